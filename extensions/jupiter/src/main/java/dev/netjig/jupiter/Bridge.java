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
 * Declares a bridge. Its ports are the ends of {@link VethPair}s that name it as their master.
 *
 * <p>Equal by hand: {@code ip link add name br0 type bridge}, {@code ip address add 192.168.0.1/24 dev br0} and {@code ip
 * link set dev br0 up}.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once; {@code @Nested} classes
 * and methods add to what encloses them, subclasses to what they inherit. Two devices of one name in one namespace are an
 * error.
 *
 * <pre>{@code
 * @Bridge(name = "br0", address = "192.168.0.1/24")
 * class OnABridge {}
 * }</pre>
 *
 * @see dev.netjig.topology.BridgeSpec
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(Bridge.List.class)
@ExtendWith(NetjigExtension.class)
public @interface Bridge {

    /** The device: 1 to 15 bytes. */
    String name();

    /** The namespace that it lives in. */
    String netns() default Topology.NODE;

    /** Its addresses, each with its prefix length: {@code 192.168.0.1/24}. */
    String[] address() default {};

    /** Whether it is brought up. */
    boolean up() default true;

    /** Its Ethernet address: {@code 02:00:00:00:00:01}; the kernel's choice if empty, which changes with the ports. */
    String mac() default "";

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        Bridge[] value();
    }
}
