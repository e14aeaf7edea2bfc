package dev.netjig.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.support.TwoHosts;
import dev.netjig.testbed.CommandResult;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNamespaces
class CaptureFileTests {

    @AutoClose
    private final Testbed testbed = Testbed.create(TwoHosts.topology()
            .chainPolicy(policy -> policy.chain(Chain.INPUT).policy(Policy.DROP))
            .build());

    @TempDir
    private Path directory;

    @Test
    void tcpdump_reads_it() throws IOException {
        Path file = directory.resolve("capture.pcapng");
        Files.write(file, lostPing());

        CommandResult read = testbed.node()
                .command("tcpdump", "-tt", "-nr", file.toString())
                .run()
                .orThrow();

        assertThat(read.stderr()).contains("link-type LINUX_SLL");
        assertThat(read.stdout().lines())
                .filteredOn(line -> line.contains("ICMP echo request"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("10.0.0.2 > 10.0.0.1: ICMP echo request, id "))
                .allSatisfy(line -> assertThat(Double.parseDouble(line.split(" ")[0]))
                        .isBetween(System.currentTimeMillis() / 1e3 - 600, System.currentTimeMillis() / 1e3 + 1));
    }

    @Test
    void the_packet_that_died_says_of_what() throws IOException {
        String bytes = new String(lostPing(), StandardCharsets.UTF_8);

        assertThat(bytes)
                .contains("red/eth0", "device veth-r in netns node")
                .containsOnlyOnce("died here (proven): node: the policy of chain ip netjig INPUT");
    }

    @Test
    void there_is_none_without_packets() {
        assertThat(new CaptureFile().exhibits(close(CaseFile.of(testbed)))).isEmpty();
    }

    private byte[] lostPing() throws IOException {
        CaseFile file = CaseFile.of(testbed);
        Diagnosis.observe(Ping.of(testbed.netns("red"), "10.0.0.1"));
        List<Exhibit> exhibits = new CaptureFile().exhibits(close(file));
        assertThat(exhibits).singleElement().extracting(Exhibit::fileName).isEqualTo("capture.pcapng");
        return exhibits.get(0).bytes();
    }

    private static Case close(CaseFile file) {
        return file.close("CaptureFileTests#lost", Verdict.FAILED, Optional.empty(), Detail.FULL);
    }
}
