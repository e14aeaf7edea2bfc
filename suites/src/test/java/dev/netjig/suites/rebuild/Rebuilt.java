package dev.netjig.suites.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.RunningCommand;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A topology as its script builds it: in a mount and a network namespace of the script's own, so that the names which it
 * gives to namespaces are nobody else's, and nothing of it is left when its process ends.
 */
final class Rebuilt implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What follows is the script, on the standard input. */
    private static final String HOST = """
            mount -t tmpfs none /run && mkdir -p /run/netns /run/lock || exit 1
            if sh; then echo built; exec sleep 600; fi
            """;

    private final Testbed host;
    private final RunningCommand process;
    private final Topology topology;

    private Rebuilt(Testbed host, RunningCommand process, Topology topology) {
        this.host = host;
        this.process = process;
        this.topology = topology;
    }

    static Rebuilt by(Topology topology) {
        Testbed host = Testbed.create(Topology.builder().build());
        RunningCommand process = host.node()
                .command("unshare", "--mount", "--net", "--propagation", "private", "sh", "-c", HOST)
                .stdin(topology.toShellScript())
                .start();
        Rebuilt rebuilt = new Rebuilt(host, process, topology);
        try {
            rebuilt.await();
            return rebuilt;
        } catch (RuntimeException | Error failed) {
            rebuilt.close();
            throw failed;
        }
    }

    private void await() {
        Awaitility.await().atMost(PATIENCE).until(() -> isBuilt() || !process.isRunning());
        assertThat(isBuilt())
                .as(() -> "the script ended with success; it printed\n" + process.stdoutSoFar() + process.stderrSoFar())
                .isTrue();
    }

    private boolean isBuilt() {
        return process.stdoutSoFar().endsWith("built\n");
    }

    /** The namespaces that the script made, in the topology's order; the node's name has a number, for the host has one. */
    List<NetworkNamespace> namespaces() {
        Path names = Path.of("/proc/" + process.pid() + "/root/run/netns");
        return topology.namespaces().stream()
                .map(name -> host.adopt(name, names.resolve(name)))
                .toList();
    }

    @Override
    public void close() {
        host.close();
    }
}
