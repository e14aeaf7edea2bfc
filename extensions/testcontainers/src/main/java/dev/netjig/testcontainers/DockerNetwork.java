package dev.netjig.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network;
import dev.netjig.topology.Cidr;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network of Docker's that has a bridge.
 *
 * @param bridge the device
 * @param containers the names of those in it by their addresses
 */
record DockerNetwork(String name, String bridge, List<Cidr> subnets, Map<InetAddress, String> containers) {

    DockerNetwork {
        subnets = List.copyOf(subnets);
        containers = Map.copyOf(containers);
    }

    static List<DockerNetwork> of(DockerClient client) {
        return client.listNetworksCmd().exec().stream()
                .filter(network -> "bridge".equals(network.getDriver()))
                .map(network -> client.inspectNetworkCmd()
                        .withNetworkId(network.getId())
                        .exec())
                .map(DockerNetwork::of)
                .toList();
    }

    private static DockerNetwork of(Network network) {
        String bridge = Optional.ofNullable(network.getOptions())
                .map(options -> options.get("com.docker.network.bridge.name"))
                .orElse("br-" + network.getId().substring(0, 12));
        List<Cidr> subnets = Stream.ofNullable(network.getIpam().getConfig())
                .flatMap(List::stream)
                .flatMap(config -> Stream.ofNullable(config.getSubnet()))
                .map(Cidr::parse)
                .toList();
        Map<InetAddress, String> containers = new HashMap<>();
        Stream.ofNullable(network.getContainers())
                .flatMap(all -> all.values().stream())
                .forEach(container -> Stream.of(container.getIpv4Address(), container.getIpv6Address())
                        .filter(address -> address != null && !address.isBlank())
                        .map(address -> Cidr.parse(address).address())
                        .forEach(address ->
                                containers.put(address, Objects.requireNonNullElse(container.getName(), "?"))));
        return new DockerNetwork(network.getName(), bridge, subnets, containers);
    }

    boolean has(InetAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    static Optional<DockerNetwork> byBridge(List<DockerNetwork> all, String bridge) {
        return all.stream().filter(network -> network.bridge.equals(bridge)).findFirst();
    }

    static Optional<DockerNetwork> byAddress(List<DockerNetwork> all, InetAddress address) {
        return all.stream().filter(network -> network.has(address)).findFirst();
    }
}
