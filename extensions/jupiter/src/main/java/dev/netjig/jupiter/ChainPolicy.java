package dev.netjig.jupiter;

import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
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
 * Declares what a firewall chain does with packets that no rule decided. IPv4.
 *
 * <p>Equal by hand: {@code iptables -P FORWARD DROP}, or with nftables a base chain with {@code policy drop}.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once. The policy of a method
 * replaces that of its class for the same namespace, backend and chain, as with {@link Sysctl}. Two policies for one chain
 * in one place are an error.
 *
 * <pre>{@code
 * @Test
 * @ChainPolicy(chain = FORWARD, target = DROP)
 * void forward_drop_stops_even_bridged_packets() {}
 * }</pre>
 *
 * @see dev.netjig.topology.ChainPolicySpec
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(ChainPolicy.List.class)
@ExtendWith(NetjigExtension.class)
public @interface ChainPolicy {

    /** The namespace. */
    String netns() default Topology.NODE;

    /** The chain. */
    Chain chain();

    /** What happens to the packets. */
    Policy target();

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
        ChainPolicy[] value();
    }
}
