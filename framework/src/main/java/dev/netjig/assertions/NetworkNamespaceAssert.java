package dev.netjig.assertions;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.diagnosis.Observation;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.probe.EchoReply;
import dev.netjig.probe.Ping;
import dev.netjig.probe.PingResult;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Obligation;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Cidr;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Assertions on a live namespace: what it can reach, and what the kernel has configured in it. */
public final class NetworkNamespaceAssert extends AbstractAssert<NetworkNamespaceAssert, NetworkNamespace> {

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    NetworkNamespaceAssert(NetworkNamespace actual) {
        super(actual, NetworkNamespaceAssert.class);
    }

    // ---- reachability
    // ------------------------------------------------------------------------------------------------

    /**
     * One echo request to {@code address} is answered within a second. If not, a second one is sent under watch, and
     * the failure says where and why that one died.
     */
    public ReachAssert canReach(String address) {
        isNotNull();
        InetAddress to = IpLiteral.parse(address);
        PingResult result = Ping.of(actual, to).send();
        EchoReply reply = result.reply()
                .orElseThrow(() -> failure(
                        "%s",
                        ReachTexts.shouldReach(actual.name(), to, result, Diagnosis.observe(Ping.of(actual, to)))));
        return new ReachAssert(result, reply);
    }

    /** As {@link #canReach}, asked again and again until {@code limit} has passed: for what takes time to come up. */
    public ReachAssert eventuallyReaches(String address, Duration limit) {
        isNotNull();
        InetAddress to = IpLiteral.parse(address);
        try {
            PingResult result = Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL_INTERVAL)
                    .atMost(limit)
                    .until(() -> Ping.of(actual, to).timeout(POLL_TIMEOUT).send(), PingResult::isAnswered);
            return new ReachAssert(result, result.reply().orElseThrow());
        } catch (ConditionTimeoutException tooLate) {
            Observation last = Diagnosis.observe(Ping.of(actual, to));
            throw failure("%s", ReachTexts.shouldReachEventually(actual.name(), to, limit, last));
        }
    }

    /** Sends one echo request to {@code address} under watch; {@link NoReachAssert#because} must say why it is lost. */
    public NoReachAssert cannotReach(String address) {
        isNotNull();
        return cannotReach(Ping.of(actual, address));
    }

    /**
     * As {@link #cannotReach(String)} for a request with a ttl or size of its own.
     *
     * @throws IllegalArgumentException if {@code ping} is sent by another namespace
     */
    public NoReachAssert cannotReach(Ping ping) {
        isNotNull();
        if (ping.from() != actual) {
            throw new IllegalArgumentException(
                    "the ping must be sent by netns " + actual.name() + ", but it is sent by " + ping.from());
        }
        String caller = Caller.outside(getClass());
        // A probe that fails itself leaves no reason to be owed.
        Observation observation = Diagnosis.observe(ping);
        Obligation reason = actual.testbed().owe(ReachTexts.reasonMissing(actual.name(), ping.to(), caller));
        return new NoReachAssert(actual.name(), observation, reason);
    }

    /** What arrives in this namespace when {@code sender} pings {@code address}. */
    public ArrivalAssert whenPingedBy(NetworkNamespace sender, String address) {
        isNotNull();
        return ArrivalAssert.observe(actual, sender, IpLiteral.parse(address));
    }

    // ---- configuration
    // -----------------------------------------------------------------------------------------------

    /** There is a device {@code dev}; assertions on it. */
    public LinkAssert link(String dev) {
        isNotNull();
        List<LinkState> links = actual.links();
        LinkState link = links.stream()
                .filter(candidate -> candidate.name().equals(dev))
                .findFirst()
                .orElseThrow(() -> failure("%s", ConfigurationTexts.shouldHaveLink(actual, dev, links)));
        return new LinkAssert(actual, link);
    }

    /** Some device has this address with this prefix length; {@code ip address show}. */
    public NetworkNamespaceAssert hasAddress(String cidr) {
        isNotNull();
        Cidr wanted = Cidr.parse(cidr);
        if (actual.addresses().stream().noneMatch(entry -> entry.address().equals(wanted))) {
            throw failure("%s", ConfigurationTexts.shouldHaveAddress(actual, wanted));
        }
        return this;
    }

    /** The main table has a route to exactly these destinations; {@code ip route show}. */
    public RouteAssert hasRoute(String destination) {
        isNotNull();
        Cidr dst = Cidr.parse(destination);
        RouteEntry route =
                mainRoute(dst).orElseThrow(() -> failure("%s", ConfigurationTexts.shouldHaveRoute(actual, dst)));
        return new RouteAssert(
                actual, "route " + ConfigurationTexts.destination(dst) + " in netns " + actual.name(), route);
    }

    /** The main table has no route to exactly these destinations. */
    public NetworkNamespaceAssert hasNoRoute(String destination) {
        isNotNull();
        Cidr dst = Cidr.parse(destination);
        mainRoute(dst).ifPresent(route -> {
            throw failure("%s", ConfigurationTexts.shouldHaveNoRoute(actual, dst));
        });
        return this;
    }

    /** What the kernel would do with a packet to {@code address}; {@code ip route get}. */
    public RouteLookupAssert routeTo(String address) {
        isNotNull();
        InetAddress to = IpLiteral.parse(address);
        return new RouteLookupAssert(actual, to, actual.routeTo(to));
    }

    /** Assertions on the policies at the hook of {@code chain}, whichever packet filter holds them. */
    public ChainPolicyAssert chainPolicy(Chain chain) {
        isNotNull();
        return new ChainPolicyAssert(actual, chain);
    }

    /** AssertJ's own assertions on a sysctl's value; {@code sysctl -n KEY}. */
    public AbstractStringAssert<?> sysctl(String key) {
        isNotNull();
        return Assertions.assertThat(actual.sysctl(key)).as("sysctl " + key + " in netns " + actual.name());
    }

    private Optional<RouteEntry> mainRoute(Cidr dst) {
        return actual.routes().stream()
                .filter(route ->
                        route.table() == RouteEntry.MAIN_TABLE && route.dst().equals(dst))
                .findFirst();
    }
}
