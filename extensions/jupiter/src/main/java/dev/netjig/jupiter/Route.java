package dev.netjig.jupiter;

import dev.netjig.topology.RouteType;
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
 * Declares a route.
 *
 * <p>Equal by hand: {@code ip -n red route add default via 192.168.0.1}. Routes are added when all links are up, in the
 * order in which they are declared.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once; {@code @Nested} classes
 * and methods add to what encloses them, subclasses to what they inherit. Two routes with the same destination, table and
 * metric in one namespace are an error.
 *
 * <pre>{@code
 * @Route(netns = "red", via = "192.168.0.1")
 * @Route(netns = "red", type = BLACKHOLE, to = "172.16.0.0/12")
 * class RedKnowsItsGateway {}
 * }</pre>
 *
 * @see dev.netjig.topology.RouteSpec
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(Route.List.class)
@ExtendWith(NetjigExtension.class)
public @interface Route {

    /** The namespace whose packets it routes. */
    String netns() default Topology.NODE;

    /** What it does with a packet. */
    RouteType type() default RouteType.UNICAST;

    /** The destinations: a prefix, an address, or {@code default}. */
    String to() default "default";

    /** The gateway; if empty, the destinations are neighbours on {@link #dev}. */
    String via() default "";

    /** The device; if empty, the kernel takes the one that reaches {@link #via}. */
    String dev() default "";

    /** The source address of packets that the namespace itself sends; the kernel's choice if empty. */
    String src() default "";

    /** The routing table, 1 to 2147483647; 0 for the main one (254). */
    int table() default 0;

    /** Of two routes to the same destinations the smaller metric wins; -1 for the kernel's default. */
    int metric() default -1;

    /** The initial ttl of packets sent along this route, 1 to 255; 0 for the namespace's {@code ip_default_ttl}. */
    int hoplimit() default 0;

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        Route[] value();
    }
}
