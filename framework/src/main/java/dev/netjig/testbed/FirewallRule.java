package dev.netjig.testbed;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A rule as the kernel has it.
 *
 * @param number its place in its chain, from 1
 * @param text what nft or iptables-save prints, without handle, counter and comment
 * @param handle nftables' number of the rule in its table; iptables-legacy has none
 * @param packets how many packets (in a nat chain: flows) matched it since it was added; empty if it does not count
 * @param bytes of these packets from their IP headers on (in a nat chain: of the first packet of each flow)
 * @param comment what its author wrote on it
 */
public record FirewallRule(
        int number,
        String text,
        OptionalLong handle,
        OptionalLong packets,
        OptionalLong bytes,
        Optional<String> comment) {

    /** The same rule in the words of iptables. */
    FirewallRule inWordsOf(FirewallRule iptables) {
        return new FirewallRule(number, iptables.text, handle, packets, bytes, iptables.comment);
    }
}
