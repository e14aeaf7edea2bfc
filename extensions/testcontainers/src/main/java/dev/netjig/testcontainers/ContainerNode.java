package dev.netjig.testcontainers;

import dev.netjig.jupiter.AdoptedNetns;
import dev.netjig.jupiter.SharedTestbed;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a container of Testcontainers a node of the topology: its network is a namespace of the name {@link #value}, to
 * which veth pairs lead, and for which addresses, routes and sysctls are declared as for any other.
 *
 * <pre>{@code
 * @Bridge(name = "br0", address = "192.168.0.1/24")
 * @VethPair(name = "veth-w", master = "br0", peer = @Peer(name = "eth1", netns = "web", address = "192.168.0.2/24"))
 * class WebBehindABridge {
 *
 *     @ContainerNode("web")
 *     static final GenericContainer<?> WEB = new GenericContainer<>("nginx").withNetworkMode("none");
 *
 *     @Test
 *     void answers(@Netns("node") NetworkNamespace node) {
 *         assertThat(node).canReach(tcp("192.168.0.2", 80));
 *     }
 * }
 * }</pre>
 *
 * <p>A container that does not run yet is started, and stopped after the tests of its class (static field) or after the
 * test (instance field). It joins the topology of each test, whose devices are made in the container's namespace at once,
 * and removed there with the topology. Network mode {@code none} leaves it nothing but the topology; otherwise it keeps
 * the engine's eth0, and a default route needs a {@code metric} of its own. Tests that run in parallel cannot have one
 * container in several topologies: let them have a container each, or one topology by {@link SharedTestbed}.
 *
 * <p>Docker switches IPv6 off in a container without an IPv6 network: {@code @Sysctl(netns = "web", key =
 * "net.ipv6.conf.default.disable_ipv6", value = "0")} lets netjig's devices have it. Packet filters in the container are
 * the container's.
 *
 * <p>Where no engine is in reach, or one that is not on this machine, the tests are skipped; with {@code
 * netjig.strict=true} they fail.
 *
 * <p>Equal by hand: {@code docker run --network none …}, {@code ip netns attach web PID}, {@code ip link add veth-w type
 * veth peer name eth1 netns web}.
 *
 * @see Containers#join for containers of other kinds
 */
@AdoptedNetns
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(ContainerNodeExtension.class)
public @interface ContainerNode {

    /** The name of the namespace: 1 to 255 of {@code A-Z a-z 0-9 _ . -}. */
    String value();
}
