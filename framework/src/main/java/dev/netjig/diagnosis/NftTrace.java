package dev.netjig.diagnosis;

import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.nfnetlink.NftTraceEvent;
import dev.netjig.kernel.nfnetlink.NftTraceLog;
import dev.netjig.kernel.nfnetlink.Verdict;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PacketReader;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.testbed.FirewallRule;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.NftTraceTable;
import dev.netjig.testbed.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows echo packets through the nftables chains of a namespace, iptables-nft's among them.
 *
 * <p>Equal by hand: {@code nft monitor trace}.
 */
final class NftTrace implements FilterTrace {

    private static final int NFNLGRP_NFTRACE = 9;

    private final NetworkNamespace netns;
    private final Ruleset inNft;
    private final Author author;
    private final TraceSocket socket;
    private final NftTraceLog log = new NftTraceLog();
    /** For all that a packet meets: most packets meet no rule of iptables, whose words it takes a process to know. */
    private @Nullable Ruleset translated;

    private NftTrace(NetworkNamespace netns, Ruleset inNft, NetlinkSocket socket) {
        this.netns = netns;
        this.inNft = inNft;
        this.author = new Author(netns);
        this.socket = new TraceSocket(socket);
    }

    /** @param inNft what the namespace has now, in the words of nft */
    static NftTrace open(NetworkNamespace netns, Ruleset inNft) {
        NetlinkSocket socket = netns.open(NetlinkSocket::openNetfilter);
        try {
            socket.join(NFNLGRP_NFTRACE);
            return new NftTrace(netns, inNft, socket);
        } catch (RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public List<FilterStep> steps(Predicate<Packet> wanted) {
        socket.drain(log::add);
        List<FilterStep> steps = new ArrayList<>();
        List<NftTraceEvent> events = log.events();
        for (int i = 0; i < events.size(); i++) {
            NftTraceEvent event = events.get(i);
            Optional<Packet> packet = packet(event).filter(wanted);
            if (packet.isPresent() && !event.table().equals(NftTraceTable.NAME)) {
                steps.add(step(events.subList(0, i + 1), event, packet.get()));
            }
        }
        return steps;
    }

    @Override
    public void forget() {
        socket.drain(log::add);
        log.clear();
    }

    @Override
    public boolean isIncomplete() {
        return socket.isOverrun();
    }

    @Override
    public void close() {
        socket.close();
    }

    private static Optional<Packet> packet(NftTraceEvent event) {
        return event.headers().map(headers -> PacketReader.read(headers.etherType(), headers.bytes()));
    }

    private FilterStep step(List<NftTraceEvent> upToNow, NftTraceEvent event, Packet packet) {
        Optional<FirewallRule> rule = rule(event);
        String hook = hook(upToNow, event);
        String path = event.family() + " " + event.table() + " " + event.chain();
        Culprit culprit = event.byPolicy()
                ? new Culprit.Policy(hook, path, chain(event).flatMap(author::ofPolicy))
                : new Culprit.Rule(
                        hook,
                        path,
                        rule.map(FirewallRule::text)
                                .orElse("handle " + event.ruleHandle().orElse(0)),
                        rule.map(FirewallRule::number).orElse(0),
                        event.ruleHandle(),
                        rule.flatMap(FirewallRule::comment));
        return new FilterStep("nftrace", netns.name(), packet, event.dropped(), culprit, rule);
    }

    /** The hook of the base chain that the packet was in: a chain that was jumped to has none of its own. */
    private String hook(List<NftTraceEvent> upToNow, NftTraceEvent event) {
        Optional<String> own = chain(event).flatMap(FirewallChain::hook);
        if (own.isPresent()) {
            return own.get();
        }
        String target = event.chain();
        for (int i = upToNow.size() - 1; i >= 0; i--) {
            NftTraceEvent earlier = upToNow.get(i);
            boolean leadsThere = earlier.id() == event.id()
                    && earlier.family().equals(event.family())
                    && earlier.table().equals(event.table())
                    && (earlier.verdict() == Verdict.JUMP || earlier.verdict() == Verdict.GOTO)
                    && earlier.verdictChain().equals(Optional.of(target));
            if (leadsThere) {
                Optional<String> hook = chain(earlier).flatMap(FirewallChain::hook);
                if (hook.isPresent()) {
                    return hook.get();
                }
                target = earlier.chain();
            }
        }
        return event.chain();
    }

    /** The rule that reported, in the words in which it was written. */
    private Optional<FirewallRule> rule(NftTraceEvent event) {
        return event.ruleHandle().isEmpty()
                ? Optional.empty()
                : chain(inAuthorsWords(), event)
                        .flatMap(known -> known.rules().stream()
                                .filter(candidate -> candidate.handle().equals(event.ruleHandle()))
                                .findFirst());
    }

    private Ruleset inAuthorsWords() {
        Ruleset known = translated;
        if (known == null) {
            known = netns.inWordsOfIptables(inNft);
            translated = known;
        }
        return known;
    }

    private Optional<FirewallChain> chain(NftTraceEvent event) {
        return chain(inNft, event);
    }

    private static Optional<FirewallChain> chain(Ruleset ruleset, NftTraceEvent event) {
        return ruleset.chains().stream()
                .filter(chain -> chain.owner() == FirewallOwner.NFTABLES
                        && chain.family().equals(event.family())
                        && chain.table().equals(event.table())
                        && chain.name().equals(event.chain()))
                .findFirst();
    }
}
