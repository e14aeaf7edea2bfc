package dev.netjig.suites.chaptere;

import dev.netjig.suites.support.Recipe;
import dev.netjig.suites.support.Settled;
import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * What Docker's daemon does to a node, by commands: it makes both ends of a veth at the node, where their indexes differ,
 * moves one into the container and calls it eth0 there. Docker's own rules for FORWARD are left out.
 */
final class AsDockerDoesIt {

    /** The veth of each container at the node, in the order in which they were started. */
    private static final Map<String, String> VETHS =
            Map.of("cache", "veth0c1", "db", "veth0d2", "front", "veth0f3", "web", "veth0b4", "ingress", "veth0e5");

    static final List<String> CONTAINERS = List.of("cache", "db", "front", "web", "ingress");

    private AsDockerDoesIt() {}

    /** Makes the network in {@code node}; returns the node and the containers. */
    static List<NetworkNamespace> make(NetworkNamespace node) {
        return make(node, AsDockerDoesIt::moved);
    }

    /** The same, but each eth0 is made in its container: by other commands, and with an index of its own there. */
    static List<NetworkNamespace> makeInPlace(NetworkNamespace node) {
        return make(node, AsDockerDoesIt::inPlace);
    }

    private static List<NetworkNamespace> make(NetworkNamespace node, BiFunction<String, String, List<String>> veth) {
        List<String> commands = new ArrayList<>(List.of(
                "sysctl -w net.ipv4.ip_forward=1",
                "ip link add name docker0 type bridge",
                "ip address add 172.17.0.1/16 dev docker0",
                "ip link set dev docker0 up",
                "ip link add name docker_gwbridge type bridge",
                "ip address add 172.18.0.1/16 dev docker_gwbridge",
                "ip link set dev docker_gwbridge up",
                "iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE",
                "iptables -t nat -A POSTROUTING -s 172.18.0.0/16 ! -o docker_gwbridge -j MASQUERADE"));
        for (int i = 0; i < CONTAINERS.size() - 1; i++) {
            commands.addAll(container(CONTAINERS.get(i), "docker0", "172.17.0.", i + 2, veth));
        }
        commands.addAll(container("ingress", "docker_gwbridge", "172.18.0.", 2, veth));
        Recipe.Outcomes typed = Recipe.of(commands.toArray(String[]::new)).runIn(node);
        if (!typed.failures().isEmpty()) {
            throw new AssertionError("the commands failed: " + typed.failures());
        }
        List<NetworkNamespace> made = new ArrayList<>(List.of(node));
        CONTAINERS.forEach(name -> made.add(node.named(name)));
        Settled.await(made);
        return made;
    }

    private static List<String> container(
            String name, String bridge, String network, int host, BiFunction<String, String, List<String>> veth) {
        String outside = String.valueOf(VETHS.get(name));
        String inside = "ip -n " + name + " ";
        List<String> commands = new ArrayList<>(List.of("ip netns add " + name, inside + "link set dev lo up"));
        commands.addAll(veth.apply(outside, name));
        commands.addAll(List.of(
                "ip link set dev " + outside + " master " + bridge + " up",
                inside + "address add " + network + host + "/16 dev eth0",
                inside + "link set dev eth0 up",
                inside + "route add default via " + network + "1"));
        return commands;
    }

    private static List<String> moved(String veth, String container) {
        return List.of(
                "ip link add name " + veth + " type veth peer name tmp-" + container,
                "ip link set dev tmp-" + container + " netns " + container,
                "ip -n " + container + " link set dev tmp-" + container + " name eth0");
    }

    private static List<String> inPlace(String veth, String container) {
        return List.of("ip link add name " + veth + " type veth peer name eth0 netns " + container);
    }

    /** Runs the document's script at the node, with a stand-in for the docker command; returns the lines it prints. */
    static List<String> vethScript(NetworkNamespace node) {
        // /run is the node's own: nothing of this shows on the machine.
        String script = "mkdir -p /run/stand-in\n"
                + "cat >/run/stand-in/docker <<'END'\n" + resource("docker") + "END\n"
                + "chmod +x /run/stand-in/docker\n"
                + "PATH=/run/stand-in:$PATH bash <<'END'\n" + resource("veth.sh") + "END\n";
        return node.command("sh", "-eu")
                .stdin(script)
                .run()
                .orThrow()
                .stdout()
                .lines()
                .toList();
    }

    /** Runs the document's script at the node with the docker command itself; returns the lines it prints. */
    static List<String> vethScript(NetworkNamespace node, Path socket) {
        return node.command("bash")
                .environment("DOCKER_HOST", "unix://" + socket)
                .stdin(resource("veth.sh"))
                .run()
                .orThrow()
                .stdout()
                .lines()
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = AsDockerDoesIt.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
