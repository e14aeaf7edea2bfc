package dev.netjig.jupiter;

import dev.netjig.testbed.RunningCommand;
import dev.netjig.testbed.Testbed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps the testbed of a test that failed alive for a while, for people to look into: {@code netjig.keep=onFailure},
 * for as long as {@code netjig.keep.for} says. Enter goes on where the tests have a terminal; so does, everywhere, the end of
 * a process that does nothing but wait.
 */
final class Keep {

    static final String PARAMETER = "netjig.keep";
    static final String FOR = "netjig.keep.for";

    /** The key of the report entry that says how to look into what is kept. */
    static final String KEPT = "netjig.kept";

    private static final Duration DEFAULT = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Pattern AMOUNT = Pattern.compile("([1-9]\\d{0,5})([smh])");

    /** One at a time: there is one terminal, and one pair of eyes before it. */
    private static final ReentrantLock TURN = new ReentrantLock();

    private final Duration limit;

    private Keep(Duration limit) {
        this.limit = limit;
    }

    /** Empty where nothing is to be kept. */
    static Optional<Keep> of(ExtensionContext context) {
        String value = context.getConfigurationParameter(PARAMETER).orElse("never");
        return switch (value) {
            case "never" -> Optional.empty();
            case "onFailure" -> Optional.of(new Keep(limit(context)));
            default ->
                throw new ExtensionConfigurationException(PARAMETER + ": \"" + value
                        + "\" is none of never, onFailure; onFailure keeps the topology of a test that failed alive for"
                        + " a while");
        };
    }

    private static Duration limit(ExtensionContext context) {
        return context.getConfigurationParameter(FOR).map(Keep::parse).orElse(DEFAULT);
    }

    static Duration parse(String value) {
        Matcher amount = AMOUNT.matcher(value);
        if (!amount.matches()) {
            throw new ExtensionConfigurationException(
                    FOR + ": \"" + value + "\" is no time; write a number and s, m or h, as in 90s or 10m");
        }
        long number = Long.parseLong(amount.group(1));
        return switch (amount.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** Waits, while {@code testbeds} are alive, until somebody goes on or the time is over. */
    void hold(ExtensionContext context, List<Testbed> testbeds) {
        TURN.lock();
        Optional<Terminal> terminal = Terminal.ofTests();
        // Whoever kills it goes on; netjig kills it with the testbed, and with the JVM.
        try (RunningCommand timer = testbeds.get(0)
                .node()
                .command("sleep", String.valueOf(limit.toSeconds()))
                .start()) {
            String text = KeepTexts.kept(context, testbeds, limit, timer.pid(), terminal.isPresent());
            context.publishReportEntry(KEPT, text);
            terminal.ifPresentOrElse(there -> there.print(text), () -> System.err.println(text));
            terminal.ifPresent(there -> there.onEnter(limit, timer::close));
            timer.await(limit.plus(GRACE));
        } finally {
            terminal.ifPresent(Terminal::close);
            TURN.unlock();
        }
    }
}
