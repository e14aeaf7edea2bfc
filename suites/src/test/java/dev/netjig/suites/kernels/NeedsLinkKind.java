package dev.netjig.suites.kernels;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips tests, with the reason, on a kernel that lacks a kind of link or a queueing discipline. With {@code
 * -Dnetjig.kernel=stock} they fail instead: a distribution's kernel has it. {@code netjig.strict} alone does not fail them,
 * for no package that provisioning could install adds it to a kernel that was built without.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsLinkKindCondition.class)
@interface NeedsLinkKind {

    /** As {@code ip link add … type} and {@code tc qdisc add … root} name it. */
    String value();
}
