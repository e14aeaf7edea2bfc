package dev.netjig.suites.chaptere;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.netjig.suites.support.Settled;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Networks and containers of a real engine, as its command line makes them. */
final class Containers {

    private static final ExposedPort HTTP = ExposedPort.tcp(80);

    private final Engine engine;

    Containers(Engine engine) {
        this.engine = engine;
    }

    /** {@code docker network create -o com.docker.network.bridge.name=NAME --subnet SUBNET NAME}, and other options. */
    void network(String name, String subnet, boolean internal, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("com.docker.network.bridge.name", name);
        engine.client()
                .createNetworkCmd()
                .withName(name)
                .withInternal(internal)
                .withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet(subnet)))
                .withOptions(all)
                .exec();
    }

    /** {@code docker run -d --name NAME --network NETWORK IMAGE sleep 600}; {@code bridge} is the network of docker0. */
    NetworkNamespace run(String name, String network) {
        return start(name, HostConfig.newHostConfig().withNetworkMode(network), "sleep", "600");
    }

    /** {@code docker run -d --name NAME -p PORT:80 IMAGE httpd -f -p 80}. */
    NetworkNamespace serve(String name, int port) {
        HostConfig published =
                HostConfig.newHostConfig().withPortBindings(new PortBinding(Ports.Binding.bindPort(port), HTTP));
        return start(name, published, "httpd", "-f", "-p", "80");
    }

    private NetworkNamespace start(String name, HostConfig host, String... command) {
        String id = engine.client()
                .createContainerCmd(engine.busybox())
                .withName(name)
                .withExposedPorts(HTTP)
                .withHostConfig(host)
                .withCmd(command)
                .exec()
                .getId();
        engine.client().startContainerCmd(id).exec();
        NetworkNamespace container = engine.container(name);
        Settled.await(List.of(engine.netns(), container));
        return container;
    }
}
