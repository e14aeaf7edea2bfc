package dev.netjig.jupiter;

import dev.netjig.topology.FirewallBackend;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which tool installs what {@link ChainPolicy}, {@link Masquerade} and {@link FirewallRule} declare; nftables where
 * there is none.
 *
 * <p>Equal by hand: whether one types {@code nft}, {@code iptables-nft} or {@code iptables-legacy}.
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations. It counts for the firewall annotations of
 * the class or method that it stands on, those that the class inherits included, and for everything inside. The nearest
 * one wins: the method's, the class's, its superclass's, that of the class around it. An annotation that names its own
 * {@code backend} is not affected.
 *
 * <pre>{@code
 * @ChainPolicy(chain = FORWARD, target = DROP)
 * abstract class ForwardDropTestCase {}
 *
 * @Firewall(IPTABLES_LEGACY)
 * class ForwardDropByLegacyTests extends ForwardDropTestCase {}
 * }</pre>
 *
 * @see FirewallBackend
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(NetjigExtension.class)
public @interface Firewall {

    /** The tool. */
    FirewallBackend value();
}
