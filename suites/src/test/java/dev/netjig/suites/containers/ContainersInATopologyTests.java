package dev.netjig.suites.containers;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static dev.netjig.assertions.Reasons.portClosed;
import static dev.netjig.probe.Endpoint.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.SharedTestbed;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.testcontainers.ContainerNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

/** A web server on two networks, in front of a database; the first network is behind a masquerading router. */
@SharedTestbed
@Internet
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth-w", master = "br0", peer = @Peer(name = "eth1", netns = "web", address = "192.168.0.2/24"))
@Route(netns = "web", via = "192.168.0.1")
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Masquerade(source = "192.168.0.0/24", oifname = "! br0")
@Netns("backend")
@Bridge(name = "br1", netns = "backend")
@VethPair(
        name = "veth-w",
        netns = "backend",
        master = "br1",
        peer = @Peer(name = "eth2", netns = "web", address = "10.20.0.2/24"))
@VethPair(
        name = "veth-d",
        netns = "backend",
        master = "br1",
        peer = @Peer(name = "eth1", netns = "db", address = "10.20.0.3/24"))
@NeedsRoot(NeedsRoot.ENGINE)
class ContainersInATopologyTests {

    @ContainerNode("web")
    static final GenericContainer<?> WEB = Images.running("httpd", "-f", "-p", "80", "-h", "/etc");

    @ContainerNode("db")
    static final GenericContainer<?> DB = Images.running("sleep", "600");

    @Test
    void the_world_sees_the_router(@Netns("web") NetworkNamespace web) {
        assertThat(web)
                .watched()
                .canReach("8.8.8.8")
                .takesPath("web", "node", "internet")
                .isSeenAs("10.0.0.2");
    }

    @Test
    void its_server_is_asked_on_both_networks(@Netns("node") NetworkNamespace node, @Netns("db") NetworkNamespace db)
            throws IOException, InterruptedException {
        assertThat(node).canReach(tcp("192.168.0.2", 80));
        assertThat(db).canReach(tcp("10.20.0.2", 80)).takesPath("db", "backend", "web");
        assertThat(DB.execInContainer("wget", "-q", "-O", "-", "http://10.20.0.2/group")
                        .getStdout())
                .isEqualTo("root:x:0:\n");
    }

    @Test
    void the_database_has_the_backend_only(@Netns("db") NetworkNamespace db, @Netns("web") NetworkNamespace web) {
        assertThat(web).canReach("10.20.0.3").takesPath("web", "backend", "db");
        assertThat(web).cannotReach(tcp("10.20.0.3", 5432)).because(portClosed("db"));
        assertThat(db).cannotReach("192.168.0.1").because(networkUnreachable("db"));
    }

    @Test
    void who_reaches_whom(Testbed testbed) {
        assertThat(testbed).among("node", "web", "db").hasReachability("""
                      node  web  db
                node  -     yes  no 1
                web   yes   -    yes
                db    no 2  no 2  -
                1: internet does not forward
                2: db has no route (ENETUNREACH)
                """);
    }
}
