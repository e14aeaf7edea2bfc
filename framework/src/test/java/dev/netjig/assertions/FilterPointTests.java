package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Culprit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterPointTests {

    @ParameterizedTest
    @EnumSource
    void matches_only_its_kind_at_its_hook(FilterPoint point) {
        assertThat(FilterPoint.values())
                .filteredOn(candidate -> candidate.matches(culprit(point)))
                .containsExactly(point);
    }

    @ParameterizedTest
    @EnumSource
    void does_not_match_what_was_not_seen(FilterPoint point) {
        assertThat(point.matches(new Culprit.Unseen(hook(point)))).isFalse();
    }

    @Test
    void reads_well() {
        assertThat(FilterPoint.FORWARD_POLICY).hasToString("the policy of chain FORWARD");
        assertThat(FilterPoint.INPUT_RULE).hasToString("a rule of chain INPUT");
    }

    private static Culprit culprit(FilterPoint point) {
        return point.name().endsWith("_POLICY")
                ? new Culprit.Policy(hook(point), "ip filter SOME", Optional.empty())
                : new Culprit.Rule(hook(point), "ip filter SOME", "drop", 1, OptionalLong.empty(), Optional.empty());
    }

    private static String hook(FilterPoint point) {
        return point.name().toLowerCase(Locale.ROOT).split("_")[0];
    }
}
