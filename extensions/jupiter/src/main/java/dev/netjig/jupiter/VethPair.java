package dev.netjig.jupiter;

import dev.netjig.topology.Topology;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Declares a veth pair: two network devices joined like the ends of a cable.
 *
 * <p>Equal by hand: {@code ip link add veth1-r type veth peer name veth2-r netns red}, then {@code ip link set dev veth1-r
 * master br0 up}, {@code ip -n red address add 192.168.0.2/24 dev veth2-r} and {@code ip -n red link set dev veth2-r up}.
 * The elements of this annotation describe the first end, those of {@link #peer} the other one. The test begins when both
 * ends are up.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once; {@code @Nested} classes
 * and methods add to what encloses them, subclasses to what they inherit. Two devices of one name in one namespace are an
 * error, as are a namespace or a master that nothing declares.
 *
 * <pre>{@code
 * @Netns("red")
 * @Bridge(name = "br0", address = "192.168.0.1/24")
 * @VethPair(
 *         name = "veth1-r",
 *         master = "br0",
 *         peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
 * class OneNamespaceOnABridge {}
 * }</pre>
 *
 * @see dev.netjig.topology.VethPairSpec
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(VethPair.List.class)
@ExtendWith(NetjigExtension.class)
public @interface VethPair {

    /** The first end: 1 to 15 bytes. */
    String name();

    /** The namespace that the first end lives in. */
    String netns() default Topology.NODE;

    /** The bridge that the first end is a port of; none if empty. */
    String master() default "";

    /** The addresses of the first end, each with its prefix length: {@code 192.168.0.1/24}. */
    String[] address() default {};

    /** The first end's Ethernet address: {@code 02:00:00:00:00:01}; the kernel's random one if empty. */
    String mac() default "";

    /** Whether the first end is brought up. */
    boolean up() default true;

    /** The largest packet of both ends in bytes, 68 to 65535; 0 for the kernel's 1500. */
    int mtu() default 0;

    /** The other end. */
    Peer peer();

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        VethPair[] value();
    }
}
