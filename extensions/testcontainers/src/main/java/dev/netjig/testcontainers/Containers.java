package dev.netjig.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;

/**
 * Takes containers into a topology, whichever engine of this machine runs them: the user's own, one of {@link
 * DockerEngine}, one that Testcontainers knows.
 */
public final class Containers {

    private Containers() {}

    /**
     * Takes the network of a running container into {@code testbed}; {@code ip netns attach NAME PID}. If the topology
     * declares an adopted namespace of this name, its links are made now, each end at once where it belongs, and taken
     * back when the testbed is closed; {@link Testbed#extend} adds others. It does not matter which of container and
     * testbed ends first.
     *
     * <pre>{@code
     * @Bridge(name = "br0", address = "192.168.0.1/24")
     * @Netns(value = "web", adopted = true)
     * @VethPair(name = "veth-w", master = "br0", peer = @Peer(name = "eth1", netns = "web", address = "192.168.0.2/24"))
     * class WebBehindABridge {
     *
     *     @Test
     *     void answers(Testbed testbed) {
     *         NetworkNamespace web = Containers.join(testbed, "web", container.getDockerClient(), container.getContainerId());
     *         assertThat(testbed.node()).canReach("192.168.0.2");
     *     }
     * }
     * }</pre>
     *
     * <p>{@link ContainerNode} does the same for a field. A container that is to have no other network than the
     * topology's is started with network mode {@code none}; otherwise it has the engine's eth0 and default route too.
     *
     * @param client of the engine that runs it
     * @param container its id or its name
     * @throws IllegalStateException if it does not run
     * @throws IllegalArgumentException if its network is the machine's own (network mode {@code host}), or if it shares
     *     it with a container that has joined by another name
     * @throws dev.netjig.jupiter.MachineLimitException if its processes are not on this machine
     * @throws dev.netjig.kernel.KernelException if the kernel refuses what is declared for it, for example a device or a
     *     default route that the container has already
     */
    public static NetworkNamespace join(Testbed testbed, String name, DockerClient client, String container) {
        InspectContainerResponse running = ContainerProcess.running(client, container);
        return testbed.adopt(name, ContainerProcess.network(running));
    }
}
