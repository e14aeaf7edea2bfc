package dev.netjig.assertions;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.diagnosis.Observation;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Ping;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.Probe;
import dev.netjig.probe.ProbeResult;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Obligation;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Cidr;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Assertions on a live namespace: what it can reach, and what the kernel has configured in it. */
public final class NetworkNamespaceAssert extends AbstractAssert<NetworkNamespaceAssert, NetworkNamespace> {

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private boolean watched;

    NetworkNamespaceAssert(NetworkNamespace actual) {
        super(actual, NetworkNamespaceAssert.class);
    }

    // ---- reachability
    // ------------------------------------------------------------------------------------------------

    /**
     * From here on {@link #canReach} sends its probe under watch: one probe is then enough for assertions on its path and
     * for the explanation of its loss. It takes some milliseconds more, to open a capture in each namespace.
     */
    public NetworkNamespaceAssert watched() {
        this.watched = true;
        return this;
    }

    /**
     * One echo request to {@code address} is answered within a second. If not, a second one is sent under watch, and
     * the failure says where and why that one died.
     */
    public ReachAssert canReach(String address) {
        return canReach(Endpoint.icmp(address));
    }

    /** As {@link #canReach(String)}: an echo reply, a connection, or a datagram that answers one. */
    public ReachAssert canReach(Endpoint to) {
        isNotNull();
        return canReach(Probe.of(actual, to));
    }

    /**
     * As {@link #canReach(Endpoint)} for a probe with a ttl, size or time-out of its own.
     *
     * @throws IllegalArgumentException if {@code probe} is sent by another namespace
     */
    public ReachAssert canReach(Probe probe) {
        requireOwn(probe);
        if (watched) {
            Observation observation = Diagnosis.observe(probe);
            if (!observation.result().isAnswered()) {
                throw failure("%s", ReachTexts.shouldReachWatched(observation));
            }
            return new ReachAssert(observation.result(), () -> observation);
        }
        ProbeResult result = probe.run();
        if (!result.isAnswered()) {
            throw failure("%s", ReachTexts.shouldReach(result, Diagnosis.observe(probe)));
        }
        return new ReachAssert(result, () -> Diagnosis.observe(probe));
    }

    /** As {@link #canReach}, asked again and again until {@code limit} has passed: for what takes time to come up. */
    public ReachAssert eventuallyReaches(String address, Duration limit) {
        isNotNull();
        Ping ping = Ping.of(actual, address);
        try {
            PingResult result = Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL_INTERVAL)
                    .atMost(limit)
                    .until(() -> Ping.of(actual, address).timeout(POLL_TIMEOUT).send(), PingResult::isAnswered);
            return new ReachAssert(result, () -> Diagnosis.observe(ping));
        } catch (ConditionTimeoutException tooLate) {
            throw failure("%s", ReachTexts.shouldReachEventually(ping.to(), limit, Diagnosis.observe(ping)));
        }
    }

    /** Sends one echo request to {@code address} under watch; {@link NoReachAssert#because} must say why it is lost. */
    public NoReachAssert cannotReach(String address) {
        return cannotReach(Endpoint.icmp(address));
    }

    /** As {@link #cannotReach(String)} for an echo request, a connection or a datagram. */
    public NoReachAssert cannotReach(Endpoint to) {
        isNotNull();
        return cannotReach(Probe.of(actual, to));
    }

    /**
     * As {@link #cannotReach(Endpoint)} for a probe with a ttl, size or time-out of its own.
     *
     * @throws IllegalArgumentException if {@code probe} is sent by another namespace
     */
    public NoReachAssert cannotReach(Probe probe) {
        requireOwn(probe);
        String caller = Caller.outside(getClass());
        // A probe that fails itself leaves no reason to be owed.
        Observation observation = Diagnosis.observe(probe);
        Obligation reason = actual.testbed().owe(ReachTexts.reasonMissing(actual.name(), probe.to(), caller));
        return new NoReachAssert(observation, reason);
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

    /**
     * How often a rule matched: the only one at the hook of {@code chain}, in whichever packet filter, that has all of
     * {@code words} in its text or comment, for example {@code "icmp drop"}.
     */
    public RuleAssert rule(Chain chain, String words) {
        isNotNull();
        Optional<String> hook = Optional.of(chain.name().toLowerCase(Locale.ROOT));
        return RuleAssert.find(
                actual, "chain " + chain, candidate -> candidate.hook().equals(hook), words);
    }

    /** As {@link #rule(Chain, String)}, for a chain of any name: {@code POSTROUTING_NAT}, {@code DOCKER-USER}. */
    public RuleAssert rule(String chain, String words) {
        isNotNull();
        return RuleAssert.find(
                actual, "chain " + chain, candidate -> candidate.name().equals(chain), words);
    }

    /** What the kernel's connection tracking remembers of {@code flow}; {@code conntrack -L}. */
    public ConntrackAssert conntrackEntry(TrackedFlow flow) {
        isNotNull();
        return ConntrackAssert.find(actual, flow);
    }

    /** The kernel's connection tracking remembers nothing of {@code flow}. */
    public NetworkNamespaceAssert hasNoConntrackEntry(TrackedFlow flow) {
        isNotNull();
        ConntrackAssert.findNone(actual, flow);
        return this;
    }

    /**
     * AssertJ's own assertions on the largest packet in bytes that this kernel believes to fit all the way to
     * {@code address}: the mtu of the route, which an ICMP error may have corrected, or else of its device. No packet is
     * sent; {@code ip route get}.
     */
    public AbstractIntegerAssert<?> pathMtu(String address) {
        isNotNull();
        return PathMtus.believed(actual, IpLiteral.parse(address));
    }

    /**
     * AssertJ's own assertions on the largest packet in bytes that gets an answer from {@code address} and must not be
     * fragmented on its way there: pings of all sizes find it, even where nobody reports that one was too big. The
     * kernel learns from them what {@link #pathMtu} tells; {@code tracepath}, {@code ping -M do -s SIZE}.
     */
    public AbstractIntegerAssert<?> discoveredPathMtu(String address) {
        isNotNull();
        return PathMtus.discovered(actual, IpLiteral.parse(address));
    }

    /** AssertJ's own assertions on a sysctl's value; {@code sysctl -n KEY}. */
    public AbstractStringAssert<?> sysctl(String key) {
        isNotNull();
        return Assertions.assertThat(actual.sysctl(key)).as("sysctl " + key + " in netns " + actual.name());
    }

    private void requireOwn(Probe probe) {
        isNotNull();
        if (probe.from() != actual) {
            throw new IllegalArgumentException(
                    "the probe must be sent by netns " + actual.name() + ", but it is sent by " + probe.from());
        }
    }

    private Optional<RouteEntry> mainRoute(Cidr dst) {
        return actual.routes().stream()
                .filter(route ->
                        route.table() == RouteEntry.MAIN_TABLE && route.dst().equals(dst))
                .findFirst();
    }
}
