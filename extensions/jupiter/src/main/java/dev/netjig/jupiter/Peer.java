package dev.netjig.jupiter;

import dev.netjig.topology.Topology;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The other end of a {@link VethPair}; stands nowhere else.
 *
 * <p>Equal by hand: {@code peer name veth2-r netns red} of {@code ip link add … type veth}.
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Peer {

    /** The device: 1 to 15 bytes. */
    String name();

    /** The namespace that it lives in. */
    String netns() default Topology.NODE;

    /** The bridge that it is a port of, in the same namespace; none if empty. */
    String master() default "";

    /** Its addresses, each with its prefix length: {@code 192.168.0.2/24}. */
    String[] address() default {};

    /** Its Ethernet address: {@code 02:00:00:00:00:01}; the kernel's random one if empty. */
    String mac() default "";

    /** Whether it is brought up. */
    boolean up() default true;
}
