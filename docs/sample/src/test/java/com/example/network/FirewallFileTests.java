package com.example.network;

import static dev.netjig.assertions.NetjigAssertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@Office
class FirewallFileTests {

    private static final Path FILES = Path.of("src/test/resources");

    @Test
    void the_nft_file_lets_only_the_desk_ask(Testbed testbed, @Netns("node") NetworkNamespace node) throws IOException {
        node.nft(Files.readString(FILES.resolve("firewall.nft")));

        assertThat(testbed).among("desk", "server").hasReachability("""
                    desk  server
            desk    -     yes
            server  no 1  -
            1: the policy of chain FORWARD dropped it in node
            """);
    }

    @Test
    void the_iptables_file_lets_only_the_desk_ask(Testbed testbed, @Netns("node") NetworkNamespace node)
            throws IOException {
        node.command("iptables-restore")
                .stdin(Files.readString(FILES.resolve("firewall.iptables")))
                .run()
                .orThrow();

        assertThat(testbed).among("desk", "server").hasReachability("""
                    desk  server
            desk    -     yes
            server  no 1  -
            1: the policy of chain FORWARD dropped it in node
            """);
    }
}
