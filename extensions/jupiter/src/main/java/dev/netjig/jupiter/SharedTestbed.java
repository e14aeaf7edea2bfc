package dev.netjig.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Builds the topology once for all tests of the class, instead of anew for each test.
 *
 * <p>The testbed is built before the first {@code @BeforeAll} method, into which it may be injected, and closed after the
 * last {@code @AfterAll}. Tests see what the tests before them left: take it for tests that only look.
 *
 * <p>{@code @Nested} classes use the testbed of the class around them, unless they declare something themselves; then they
 * have one of their own, with what encloses them and what they add, also shared by all of their tests. Subclasses inherit
 * this annotation. A declaration on a test method is an error.
 *
 * <pre>{@code
 * @SharedTestbed
 * @Netns("red")
 * class ManyLooksAtOneNamespace {
 *
 *     @BeforeAll
 *     static void start_a_server(@Netns("red") NetworkNamespace red) {}
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(NetjigExtension.class)
public @interface SharedTestbed {}
