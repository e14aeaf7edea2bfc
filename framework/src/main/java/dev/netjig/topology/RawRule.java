package dev.netjig.topology;

/**
 * A rule in the backend's own language, for what {@link TypedRule} cannot say.
 *
 * @param text for the iptables backends the arguments of one {@code iptables} call ({@code -t nat -A POSTROUTING -j
 *     MASQUERADE}); for nftables one {@code nft} command ({@code add rule ip netjig FORWARD drop}). {@code table ip
 *     netjig} exists for it, with the chains PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING (type filter),
 *     PREROUTING_NAT and POSTROUTING_NAT (type nat), as far as the text names them.
 */
public record RawRule(String text) implements RuleBody {

    @Override
    public String toString() {
        return text;
    }
}
