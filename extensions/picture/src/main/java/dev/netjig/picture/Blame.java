package dev.netjig.picture;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Policy;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.SysctlSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the tag that is to blame for a packet's death. */
final class Blame {

    private Blame() {}

    static Optional<Tag> of(Cause cause, List<Tag> tags) {
        if (cause instanceof Cause.Dropped dropped) {
            return of(dropped.culprit(), tags);
        }
        if (cause instanceof Cause.Rejected rejected) {
            return of(rejected.culprit(), tags);
        }
        if (cause instanceof Cause.RouteRefused refused) {
            return first(
                    tags,
                    tag -> is(
                            tag,
                            RouteSpec.class,
                            route -> route.type() == refused.type()
                                    && route.dst().contains(refused.destination())));
        }
        if (cause instanceof Cause.ReversePathFilter) {
            return sysctl(tags, ".rp_filter", "0");
        }
        if (cause instanceof Cause.NotForwarding) {
            return sysctl(tags, "forward", "1");
        }
        if (cause instanceof Cause.EchoIgnored ignored) {
            return sysctl(tags, ignored.sysctl(), "0");
        }
        return Optional.empty();
    }

    private static Optional<Tag> of(Culprit culprit, List<Tag> tags) {
        Optional<Tag> author = culprit.comment()
                .flatMap(comment -> first(tags, tag -> tag.comment().equals(Optional.of(comment))));
        return author.or(() -> culprit instanceof Culprit.Policy
                ? first(
                        tags,
                        tag -> is(
                                tag,
                                ChainPolicySpec.class,
                                policy -> policy.policy() == Policy.DROP
                                        && policy.chain()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(culprit.hook())))
                : Optional.empty());
    }

    private static Optional<Tag> sysctl(List<Tag> tags, String key, String harmless) {
        return first(
                tags,
                tag -> is(
                        tag,
                        SysctlSpec.class,
                        sysctl -> sysctl.key().contains(key) && !sysctl.value().equals(harmless)));
    }

    private static <S> boolean is(Tag tag, Class<S> kind, Predicate<S> predicate) {
        return tag.spec()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(predicate)
                .isPresent();
    }

    private static Optional<Tag> first(List<Tag> tags, Predicate<Tag> predicate) {
        return tags.stream().filter(predicate).findFirst();
    }
}
