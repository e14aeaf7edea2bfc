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
 * Declares a kernel setting of one namespace.
 *
 * <p>Equal by hand: {@code ip netns exec node sysctl -w net.ipv4.ip_forward=1}. What is not declared has the kernel's own
 * stock value for {@code net.ipv4.ip_forward} and {@code rp_filter} (all 0), whatever this machine is set to.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once. The setting of a method
 * replaces that of its class, a {@code @Nested} class's that of the class around it, a subclass's that of its superclass,
 * and one that is written out that which comes with a composed annotation such as {@link Internet}. Two values for one
 * setting in one place are an error.
 *
 * <pre>{@code
 * @Sysctl(key = "net.ipv4.ip_forward", value = "1")
 * class TheNodeRoutes {
 *
 *     @Test
 *     @Sysctl(key = "net.ipv4.ip_forward", value = "0")
 *     void or_not() {}
 * }
 * }</pre>
 *
 * @see dev.netjig.topology.SysctlSpec
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(Sysctl.List.class)
@ExtendWith(NetjigExtension.class)
public @interface Sysctl {

    /** The namespace. */
    String netns() default Topology.NODE;

    /** Dotted, below {@code net.}, as {@code sysctl -w} takes it: {@code net.ipv4.conf.br0.forwarding}. */
    String key();

    /** What is written into the file. */
    String value();

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        Sysctl[] value();
    }
}
