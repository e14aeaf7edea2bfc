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
 * Declares an address on a device that another annotation declares, or on {@code lo}.
 *
 * <p>Equal by hand: {@code ip -n red address add 192.168.0.1/32 dev veth2-r}. The usual place for an address is the
 * element {@code address} of the device; this annotation adds one later (in a {@code @Nested} class, on a method).
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once; {@code @Nested} classes
 * and methods add to what encloses them, subclasses to what they inherit. The same address twice on one device is an
 * error, as is a device that nothing declares.
 *
 * <pre>{@code
 * @Netns("internet")
 * @Address(netns = "internet", dev = "lo", value = "8.8.8.8/32")
 * class SomethingAnswersAs8888 {}
 * }</pre>
 *
 * @see dev.netjig.topology.AddressSpec
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(Address.List.class)
@ExtendWith(NetjigExtension.class)
public @interface Address {

    /** The namespace of the device. */
    String netns() default Topology.NODE;

    /** The device. */
    String dev();

    /** The address with its prefix length: {@code 192.168.0.1/24}; a bare address is a host, /32 or /128. */
    String value();

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        Address[] value();
    }
}
