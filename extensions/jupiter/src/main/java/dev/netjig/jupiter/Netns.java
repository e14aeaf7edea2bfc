package dev.netjig.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Declares a network namespace; on a parameter, selects the one to inject.
 *
 * <p>Equal by hand: {@code ip netns add red} and {@code ip -n red link set lo up}. The namespace has no name on the
 * machine: parallel tests may each have a {@code red}. The namespace {@code node}, which stands for the machine, exists
 * in every topology; declare it only to leave its loopback device down.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once; {@code @Nested} classes
 * and methods add to what encloses them, subclasses to what they inherit. A name that is declared twice is an error.
 *
 * <pre>{@code
 * @Netns("red")
 * @Netns(value = "blue", lo = false)
 * class TwoNamespaces {
 *
 *     @Test
 *     void red_has_only_lo(@Netns("red") NetworkNamespace red) {
 *         assertThat(red.links()).hasSize(1);
 *     }
 * }
 * }</pre>
 *
 * @see dev.netjig.topology.NetnsSpec
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(Netns.List.class)
@ExtendWith(NetjigExtension.class)
public @interface Netns {

    /** The name: 1 to 255 of {@code A-Z a-z 0-9 _ . -}. */
    String value();

    /**
     * Whether the loopback device is brought up. Left down, the namespace cannot ping its own addresses. Means nothing
     * on a parameter.
     */
    boolean lo() default true;

    /**
     * Whether somebody else makes the namespace, a container engine for example, and the test gives it to {@link
     * dev.netjig.testbed.Testbed#adopt}: what is declared for it, and the veth pairs that lead there, are built then, and
     * taken back when the testbed is closed. Its devices need not be declared, and its packet filters are left alone.
     * Means nothing on a parameter.
     */
    boolean adopted() default false;

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        Netns[] value();
    }
}
