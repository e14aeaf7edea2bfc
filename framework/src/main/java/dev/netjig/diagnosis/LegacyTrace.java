package dev.netjig.diagnosis;

import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.nfnetlink.NfLogRequests;
import dev.netjig.kernel.nfnetlink.XtTraceEvent;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PacketReader;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.testbed.FirewallRule;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows echo packets through the chains of iptables-legacy. The kernel reports them through its packet log, which in a
 * network namespace leads nowhere unless {@code net.netfilter.nf_log} says so: while this is open it leads here.
 *
 * <p>Equal by hand: {@code iptables-legacy -t raw -A PREROUTING -j TRACE}, and {@code ulogd}.
 */
final class LegacyTrace implements FilterTrace {

    private static final String NF_LOG = "net.netfilter.nf_log.";
    private static final Pattern DROPS = Pattern.compile("(?:^| )-[jg] (DROP|REJECT)\\b");

    private final NetworkNamespace netns;
    private final Ruleset ruleset;
    private final Author author;
    private final TraceSocket socket;
    private final Map<String, String> formerLoggers;
    private final List<XtTraceEvent> events = new ArrayList<>();

    private LegacyTrace(
            NetworkNamespace netns, Ruleset ruleset, NetlinkSocket socket, Map<String, String> formerLoggers) {
        this.netns = netns;
        this.ruleset = ruleset;
        this.author = new Author(netns);
        this.socket = new TraceSocket(socket);
        this.formerLoggers = Map.copyOf(formerLoggers);
    }

    /** @param ruleset what the namespace has now */
    static LegacyTrace open(NetworkNamespace netns, Ruleset ruleset) {
        Map<String, String> former = loggers(ruleset).collect(Collectors.toMap(key -> key, netns::sysctl));
        NetlinkSocket socket = netns.open(NetlinkSocket::openNetfilter);
        try {
            new NetlinkConnection(socket, netns.name()).execute(List.of(NfLogRequests.bindGroup0()));
            former.keySet().forEach(key -> netns.sysctl(key, "nfnetlink_log"));
            return new LegacyTrace(netns, ruleset, socket, former);
        } catch (RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public List<FilterStep> steps(Predicate<Packet> wanted) {
        socket.drain(datagram -> events.addAll(XtTraceEvent.parseAll(datagram)));
        List<FilterStep> steps = new ArrayList<>();
        for (XtTraceEvent event : events) {
            Packet packet = PacketReader.read(isIpv6(event) ? Const.ETH_P_IPV6 : Const.ETH_P_IP, event.packet());
            if (wanted.test(packet) && event.type() != XtTraceEvent.Type.RETURN) {
                chain(event).map(chain -> step(event, chain, packet)).ifPresent(steps::add);
            }
        }
        return steps;
    }

    @Override
    public void forget() {
        socket.drain(datagram -> {});
        events.clear();
    }

    @Override
    public boolean isIncomplete() {
        return socket.isOverrun();
    }

    @Override
    public void close() {
        try {
            formerLoggers.forEach(netns::sysctl);
        } finally {
            socket.close();
        }
    }

    private static Stream<String> loggers(Ruleset ruleset) {
        return ruleset.chains().stream()
                .filter(chain -> chain.owner() == FirewallOwner.IPTABLES_LEGACY)
                .map(chain -> NF_LOG + (chain.family().equals("ip6") ? Const.AF_INET6 : Const.AF_INET))
                .distinct();
    }

    private static boolean isIpv6(XtTraceEvent event) {
        return event.packet().length > 0 && (event.packet()[0] & 0xf0) == 0x60;
    }

    private FilterStep step(XtTraceEvent event, FirewallChain chain, Packet packet) {
        String witness = "trace of iptables-legacy";
        if (event.type() == XtTraceEvent.Type.POLICY) {
            Culprit policy = new Culprit.Policy(event.hook(), chain.path(), author.ofPolicy(chain));
            return new FilterStep(witness, netns.name(), packet, chain.drops(), policy, Optional.empty());
        }
        Optional<FirewallRule> rule = event.number() <= chain.rules().size()
                ? Optional.of(chain.rules().get(event.number() - 1))
                : Optional.empty();
        String text = rule.map(FirewallRule::text).orElse("rule " + event.number());
        Culprit culprit = new Culprit.Rule(
                event.hook(),
                chain.path(),
                text,
                event.number(),
                OptionalLong.empty(),
                rule.flatMap(FirewallRule::comment));
        boolean drops = DROPS.matcher(text).find();
        return new FilterStep(witness, netns.name(), packet, drops, culprit, rule);
    }

    private Optional<FirewallChain> chain(XtTraceEvent event) {
        return ruleset.chains().stream()
                .filter(chain -> chain.owner() == FirewallOwner.IPTABLES_LEGACY
                        && chain.family().equals(isIpv6(event) ? "ip6" : "ip")
                        && chain.table().equals(event.table())
                        && chain.name().equals(event.chain()))
                .findFirst();
    }
}
