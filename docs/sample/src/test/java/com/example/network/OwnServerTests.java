package com.example.network;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.portClosed;
import static dev.netjig.probe.Endpoint.tcp;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.netjig.jupiter.Netns;
import dev.netjig.testbed.NetworkNamespace;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URL;
import org.junit.jupiter.api.Test;

@Office
class OwnServerTests {

    @Test
    void the_server_sees_the_address_of_its_client(
            @Netns("server") NetworkNamespace server, @Netns("desk") NetworkNamespace desk) throws Exception {
        HttpServer http = server.call(() -> HttpServer.create(new InetSocketAddress(8080), 0));
        http.createContext("/", exchange -> {
            byte[] client = exchange.getRemoteAddress().getAddress().getHostAddress().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, client.length);
            exchange.getResponseBody().write(client);
            exchange.close();
        });
        http.start();
        try {
            String answer = desk.call(() -> {
                try (InputStream body = new URL("http://10.2.0.2:8080/").openStream()) {
                    return new String(body.readAllBytes(), UTF_8);
                }
            });

            assertEquals("10.1.0.2", answer);
        } finally {
            http.stop(0);
        }
    }

    @Test
    void without_a_server_the_port_is_closed(@Netns("desk") NetworkNamespace desk) {
        assertThat(desk).cannotReach(tcp("10.2.0.2", 8080)).because(portClosed("server"));
    }
}
