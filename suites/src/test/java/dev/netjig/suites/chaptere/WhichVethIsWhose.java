package dev.netjig.suites.chaptere;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Five veths at the node, an eth0 in each container: which belongs to which? */
@Scenario(id = "E3", title = "the kernel says which veth is whose; veth.sh says so only where indexes are unique")
class WhichVethIsWhose {

    @Test
    @DockerNetwork
    void the_kernel_knows_index_and_namespace_of_the_other_end(Testbed testbed) {
        NetworkNamespace node = testbed.node();

        assertThat(node).link("veth0c1").isPairedWith(testbed.netns("cache"), "eth0");
        assertThat(node).link("veth0d2").isPairedWith(testbed.netns("db"), "eth0");
        assertThat(node).link("veth0f3").isPairedWith(testbed.netns("front"), "eth0");
        assertThat(node).link("veth0b4").isPairedWith(testbed.netns("web"), "eth0");
        assertThat(node).link("veth0e5").isPairedWith(testbed.netns("ingress"), "eth0");
    }

    /** As on the document's machine: the ends were made together, so no two devices have one index. */
    @Test
    @Internet
    void the_script_is_right_where_docker_made_the_devices(@Netns("node") NetworkNamespace node) {
        List<NetworkNamespace> made = AsDockerDoesIt.make(node);
        Map<String, Integer> atTheNode = node.links().stream()
                .filter(link -> link.name().startsWith("veth"))
                .collect(Collectors.toMap(LinkState::name, LinkState::index));

        assertThat(AsDockerDoesIt.vethScript(node))
                .containsExactly(
                        "veth0b4: is paired with eth0@if" + atTheNode.get("veth0b4") + " on web",
                        "veth0c1: is paired with eth0@if" + atTheNode.get("veth0c1") + " on cache",
                        "veth0d2: is paired with eth0@if" + atTheNode.get("veth0d2") + " on db",
                        "veth0e5: is paired with eth0@if" + atTheNode.get("veth0e5") + " on ingress",
                        "veth0f3: is paired with eth0@if" + atTheNode.get("veth0f3") + " on front");
        assertThat(node).link("veth0b4").isPairedWith(made.get(4), "eth0");
    }

    /** Made in place, every eth0 has the same index, and the script believes the first container that it asks. */
    @Test
    @Internet
    void the_script_is_wrong_where_indexes_repeat(@Netns("node") NetworkNamespace node) {
        List<NetworkNamespace> made = AsDockerDoesIt.makeInPlace(node);

        assertThat(made.subList(1, made.size()))
                .extracting(container -> container.link("eth0").index())
                .containsOnly(2);
        assertThat(AsDockerDoesIt.vethScript(node))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).endsWith(" on cache"));
        assertThat(node).link("veth0e5").isPairedWith(made.get(5), "eth0");
    }

    @Test
    @DockerNetwork
    void ip_names_the_namespace_if_it_has_a_name(@Netns("node") NetworkNamespace node) {
        assertThat(node.exec("ip", "link", "show", "dev", "veth0b4").orThrow().stdout())
                .containsPattern("(?s)veth0b4@if\\d+: .* link-netns web");
    }
}
