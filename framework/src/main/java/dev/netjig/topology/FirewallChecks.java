package dev.netjig.topology;

import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.Chain.OUTPUT;
import static dev.netjig.topology.Chain.POSTROUTING;
import static dev.netjig.topology.Chain.PREROUTING;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks firewall declarations, so that what passes means the same in every backend. */
final class FirewallChecks {

    /** What iptables and nft both know without /etc/protocols. */
    private static final List<String> PROTOCOLS = List.of("tcp", "udp", "udplite", "icmp", "sctp", "esp", "ah");

    private static final Pattern PROTOCOL_NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final List<String> PROTOCOLS_WITH_PORTS = List.of("tcp", "udp");
    private static final Set<Chain> WITHOUT_REJECT = EnumSet.of(PREROUTING, POSTROUTING);
    private static final Set<Chain> WITHOUT_IIF = EnumSet.of(OUTPUT, POSTROUTING);
    private static final Set<Chain> WITHOUT_OIF = EnumSet.of(PREROUTING, INPUT);

    /** Excludes '+' and '*' at the end, a pattern for iptables or nft, and what would need quotes. */
    private static final Pattern MATCHABLE_DEVICE = Pattern.compile("[A-Za-z0-9_.@=-]+");

    /** One chain of one table; iptables and nft have tables of their own. */
    private record Place(String netns, FirewallBackend backend, String table, String chain) {}

    private record DeclaredPolicy(String policy, Origin origin) {}

    private final Findings findings;
    private final Inventory inventory;
    private final Map<Place, DeclaredPolicy> policies = new HashMap<>();

    FirewallChecks(Findings findings, Inventory inventory) {
        this.findings = findings;
        this.inventory = inventory;
    }

    void check(ChainPolicySpec policy, Origin origin) {
        checkNetns(policy.netns(), origin);
        Chain chain = policy.chain();
        Place place = new Place(policy.netns(), policy.backend(), chain.table(), chain.name());
        checkPolicy(place, policy.policy().name(), origin, "policy");
    }

    private boolean checkNetns(String netns, Origin origin) {
        if (inventory.isAdopted(netns)) {
            findings.add(
                    origin,
                    "netns",
                    netns,
                    "is adopted",
                    "another namespace: what somebody else has made keeps its packet filters as they are");
            return false;
        }
        return inventory.checkNetns(findings, origin, "netns", netns);
    }

    /** Scopes have settled what policies override; this finds the ones that a raw {@code -P} contradicts. */
    private void checkPolicy(Place place, String policy, Origin origin, String element) {
        DeclaredPolicy first = policies.putIfAbsent(place, new DeclaredPolicy(policy, origin));
        if (first != null && !first.policy().equals(policy)) {
            findings.add(
                    origin,
                    element,
                    policy,
                    "contradicts policy " + first.policy() + " of the same chain",
                    "one policy, here already by " + first.origin());
        }
    }

    void check(MasqueradeSpec masquerade, Origin origin) {
        boolean netnsKnown = checkNetns(masquerade.netns(), origin);
        checkPrefix(masquerade.source(), origin, "source");
        masquerade
                .oifname()
                .filter(oif -> netnsKnown)
                .ifPresent(oif -> checkDevice(masquerade.netns(), oif.name(), origin, "oifname"));
    }

    void check(FirewallRuleSpec rule, Origin origin) {
        boolean netnsKnown = checkNetns(rule.netns(), origin);
        if (rule.body() instanceof RawRule raw) {
            checkRaw(raw, rule, origin);
        } else if (rule.body() instanceof TypedRule typed) {
            checkMatches(typed, origin);
            checkTarget(typed, origin);
            if (netnsKnown) {
                typed.iifname().ifPresent(device -> checkDevice(rule.netns(), device, origin, "iifname"));
                typed.oifname().ifPresent(device -> checkDevice(rule.netns(), device, origin, "oifname"));
            }
        }
    }

    private void checkRaw(RawRule raw, FirewallRuleSpec rule, Origin origin) {
        boolean iptables = rule.backend().isIptables();
        if (raw.text().isBlank()) {
            findings.missing(origin, "rule", iptables ? "-A FORWARD -j DROP" : "add rule ip netjig FORWARD drop");
        } else if (iptables) {
            try {
                IptablesArguments arguments = IptablesArguments.parse(raw.text());
                arguments.policy().ifPresent(words -> {
                    Place place = new Place(rule.netns(), rule.backend(), arguments.table(), words.get(0));
                    checkPolicy(place, words.get(1), origin, "rule");
                });
            } catch (InvalidValueException refused) {
                findings.add(origin, "rule", refused.given(), refused.rule(), refused.allowed());
            }
        }
    }

    private void checkMatches(TypedRule rule, Origin origin) {
        rule.source().ifPresent(cidr -> checkPrefix(cidr, origin, "source"));
        rule.destination().ifPresent(cidr -> checkPrefix(cidr, origin, "destination"));
        rule.protocol()
                .filter(name -> !isProtocol(name))
                .ifPresent(name -> findings.add(
                        origin,
                        "protocol",
                        name,
                        "is no protocol",
                        Findings.oneOf(PROTOCOLS) + ", or a number from 1 to 255"));
        rule.dport().ifPresent(port -> {
            findings.checkRange(origin, "dport", port, 1, 65535, "");
            if (!rule.protocol().map(PROTOCOLS_WITH_PORTS::contains).orElse(false)) {
                findings.add(origin, "dport", port, "needs a protocol with ports", "protocol tcp or udp");
            }
        });
        rule.iifname()
                .filter(device -> WITHOUT_IIF.contains(rule.chain()))
                .ifPresent(device -> findings.add(
                        origin,
                        "iifname",
                        device,
                        "is unknown to chain " + rule.chain(),
                        "PREROUTING, INPUT or FORWARD"));
        rule.oifname()
                .filter(device -> WITHOUT_OIF.contains(rule.chain()))
                .ifPresent(device -> findings.add(
                        origin,
                        "oifname",
                        device,
                        "is unknown to chain " + rule.chain(),
                        "FORWARD, OUTPUT or POSTROUTING"));
    }

    private void checkTarget(TypedRule rule, Origin origin) {
        if (rule.target() == Target.REJECT && WITHOUT_REJECT.contains(rule.chain())) {
            findings.add(origin, "target", "REJECT", "is impossible in " + rule.chain(), "INPUT, FORWARD or OUTPUT");
        }
        rule.rejectWith().ifPresent(answer -> {
            if (rule.target() != Target.REJECT) {
                findings.add(origin, "rejectWith", answer, "is given for target " + rule.target(), "target REJECT");
            }
            if (answer == RejectWith.TCP_RESET
                    && !rule.protocol().filter("tcp"::equals).isPresent()) {
                findings.add(origin, "rejectWith", answer, "answers TCP only", "protocol tcp in the same rule");
            }
        });
    }

    private void checkPrefix(Cidr prefix, Origin origin, String element) {
        if (prefix.isIpv6()) {
            findings.add(
                    origin,
                    element,
                    prefix,
                    "is IPv6",
                    "IPv4 only, for now; a raw nft rule can have its own table ip6");
        } else if (prefix.hasHostBits()) {
            findings.add(
                    origin, element, prefix, "has bits set after its prefix", "write the network: " + prefix.network());
        }
    }

    private void checkDevice(String netns, IfName device, Origin origin, String element) {
        if (!MATCHABLE_DEVICE.matcher(device.value()).matches()) {
            findings.add(origin, element, device, "is a pattern or needs quotes", "one plain name; or use a raw rule");
        } else if (!inventory.devices(netns).contains(device)) {
            findings.add(
                    origin,
                    element,
                    device,
                    "is no device in namespace " + netns,
                    Findings.known("declared there", inventory.devices(netns), device)
                            + " (a raw rule may name a device that appears later)");
        }
    }

    private static boolean isProtocol(String name) {
        boolean numbered = PROTOCOL_NUMBER.matcher(name).matches() && Integer.parseInt(name) <= 255;
        return numbered || PROTOCOLS.contains(name);
    }
}
