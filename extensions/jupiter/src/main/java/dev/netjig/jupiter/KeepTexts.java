package dev.netjig.jupiter;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What somebody is told who is to look into a testbed that was kept. */
final class KeepTexts {

    private KeepTexts() {}

    static String kept(ExtensionContext context, List<Testbed> testbeds, Duration limit, long timer, boolean terminal) {
        StringBuilder text = new StringBuilder();
        text.append("netjig keeps the topology of a test that failed, for ")
                .append(words(limit))
                .append(":\n");
        text.append("  ").append(Verdicts.name(context)).append('\n');
        context.getExecutionException()
                .flatMap(failure -> Optional.ofNullable(failure.getMessage()))
                .ifPresent(message -> message.lines()
                        .filter(line -> !line.isBlank())
                        .limit(4)
                        .forEach(line -> text.append("  | ").append(line).append('\n')));
        text.append(
                "Enter a namespace, as root, to see what the test saw; there `ip netns exec NAME` finds the others:\n");
        for (Testbed testbed : testbeds) {
            for (NetworkNamespace netns : testbed.allNamespaces()) {
                text.append("  ")
                        .append(netns.name())
                        .append(":  ")
                        .append(netns.byHand())
                        .append('\n');
            }
        }
        text.append("""
                What to look at there:
                  ip -br address; ip route show table all; ip neighbour; bridge link
                  nft list ruleset; iptables-save -c
                  ip route get ADDRESS                where the kernel would send a packet
                  tcpdump -ni any                     while you send one: ping -c 1 -W 1 ADDRESS
                  conntrack -L                        the connections that the kernel remembers
                  nstat -az | grep -vw 0              counters of what was dropped or refused
                The test's evidence (journey, capture, script, state) is published when this ends.
                """);
        text.append("To go on before that: ")
                .append(terminal ? "press Enter, or " : "")
                .append("kill ")
                .append(timer);
        return text.append('\n').toString();
    }

    private static String words(Duration limit) {
        return limit.toSeconds() % 60 == 0 ? limit.toMinutes() + " min" : limit.toSeconds() + " s";
    }
}
