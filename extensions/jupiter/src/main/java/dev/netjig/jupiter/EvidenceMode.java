package dev.netjig.jupiter;

import dev.netjig.evidence.Detail;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How much evidence tests leave: {@code netjig.evidence}, a configuration parameter of JUnit or a system property. */
enum EvidenceMode {
    /** All of it, of every test. */
    FULL,
    /** All of it where a test failed or did not come to a decision, else a summary. */
    SUMMARY,
    /** All of it where a test failed or did not come to a decision, else nothing. */
    FAILURES,
    /** Nothing. */
    OFF;

    static final String PARAMETER = "netjig.evidence";

    static EvidenceMode of(ExtensionContext context) {
        Optional<String> value = context.getConfigurationParameter(PARAMETER);
        return value.map(EvidenceMode::parse).orElse(SUMMARY);
    }

    private static EvidenceMode parse(String value) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new ExtensionConfigurationException(
                                PARAMETER + ": \"" + value
                                        + "\" is none of "
                                        + Arrays.stream(values())
                                                .map(EvidenceMode::word)
                                                .collect(Collectors.joining(", "))
                                        + "; summary, the default, keeps everything of a test that failed and little of one that passed"));
    }

    /** @param undecided whether the test failed, or did not come to a decision */
    Optional<Detail> detail(boolean undecided) {
        if (this == OFF || (this == FAILURES && !undecided)) {
            return Optional.empty();
        }
        return Optional.of(this == FULL || undecided ? Detail.FULL : Detail.SUMMARY);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
