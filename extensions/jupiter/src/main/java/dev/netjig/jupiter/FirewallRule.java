package dev.netjig.jupiter;

import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.RejectWith;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Declares a firewall rule: in netjig's words, which mean the same to every backend, or {@link #raw} in the backend's own.
 *
 * <p>Equal by hand: {@code iptables -A FORWARD -s 192.168.0.2 -p tcp --dport 80 -j REJECT --reject-with tcp-reset}, or
 * with nftables {@code nft add rule ip netjig FORWARD ip saddr 192.168.0.2 tcp dport 80 reject with tcp reset}. A rule
 * matches what has all of the properties that it names. Rules are appended in the order in which they are declared. IPv4.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, more than once; {@code @Nested} classes
 * and methods add to what encloses them, subclasses to what they inherit. {@link #chain} and {@link #target} are
 * mandatory, unless the rule is {@link #raw}, which stands alone.
 *
 * <pre>{@code
 * @FirewallRule(chain = FORWARD, source = "192.168.0.2", protocol = "tcp", dport = 80, target = REJECT)
 * @FirewallRule(raw = "add rule ip netjig FORWARD meta length > 1000 counter drop")
 * class RedMayNotBrowse {}
 * }</pre>
 *
 * @see dev.netjig.topology.FirewallRuleSpec
 */
@java.lang.annotation.Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(FirewallRule.List.class)
@ExtendWith(NetjigExtension.class)
public @interface FirewallRule {

    /** The namespace. */
    String netns() default Topology.NODE;

    /** The chain that it is appended to, exactly one: {@code chain = FORWARD}. */
    Chain[] chain() default {};

    /** Where the packets come from, {@code -s}; everywhere if empty. */
    String source() default "";

    /** Where they go to, {@code -d}; everywhere if empty. */
    String destination() default "";

    /** {@code tcp}, {@code udp}, {@code icmp} or a number, {@code -p}; any if empty. */
    String protocol() default "";

    /** The destination port, 1 to 65535, only with protocol tcp or udp, {@code --dport}; 0 for any. */
    int dport() default 0;

    /** The device that the packets came in by, {@code -i}; any if empty. */
    String iifname() default "";

    /** The device that they leave by, {@code -o}; any if empty. */
    String oifname() default "";

    /** What happens to them, exactly one, {@code -j}: {@code target = DROP}. */
    Target[] target() default {};

    /** What a REJECT tells the sender, at most one; {@code PORT_UNREACHABLE} if left out. */
    RejectWith[] rejectWith() default {};

    /**
     * The rule in the backend's own language. With nftables one {@code nft} command ({@code add rule ip netjig FORWARD
     * drop}; the table {@code ip netjig} and its chains are there for it), with iptables the arguments of one {@code
     * iptables} call ({@code -A FORWARD -j DROP}).
     */
    String raw() default "";

    /** The tool, at most one: {@code backend = IPTABLES_NFT}. Left out, it is as {@link Firewall} says. */
    FirewallBackend[] backend() default {};

    /** What the compiler makes of several. */
    @java.lang.annotation.Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @ExtendWith(NetjigExtension.class)
    @interface List {

        /** The annotations, in the order in which they are written. */
        FirewallRule[] value();
    }
}
