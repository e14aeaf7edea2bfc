package dev.netjig.jupiter;

import dev.netjig.topology.FirewallBackend;
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
 * Declares that outgoing packets get the address of the device that they leave by. IPv4.
 *
 * <p>Equal by hand: {@code iptables -t nat -A POSTROUTING -s 192.168.0.0/24 ! -o br0 -j MASQUERADE}.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once; {@code @Nested} classes
 * and methods add to what encloses them, subclasses to what they inherit.
 *
 * <pre>{@code
 * @Internet
 * @Sysctl(key = "net.ipv4.ip_forward", value = "1")
 * @Masquerade(source = "192.168.0.0/24", oifname = "! br0")
 * class ThePrivateNetworkReachesTheInternet {}
 * }</pre>
 *
 * @see dev.netjig.topology.MasqueradeSpec
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(Masquerade.List.class)
@ExtendWith(NetjigExtension.class)
public @interface Masquerade {

    /** The namespace that the packets pass through. */
    String netns() default Topology.NODE;

    /** Where the packets come from: {@code 192.168.0.0/24}; {@code default} for everywhere. */
    String source();

    /** The device that they leave by, {@code eth0}, or any but this one, {@code ! br0}; any if empty. */
    String oifname() default "";

    /** The tool, at most one: {@code backend = IPTABLES_NFT}. Left out, it is as {@link Firewall} says. */
    FirewallBackend[] backend() default {};

    /** What the compiler makes of several. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        Masquerade[] value();
    }
}
