package dev.netjig.topology;

/** Which tool puts a firewall rule into the kernel. The typed declarations mean the same in each. */
public enum FirewallBackend {
    /** {@code nft}: an own {@code table ip netjig}, invisible to {@code iptables -S}. */
    NFTABLES("nft"),
    /** {@code iptables-nft}: what {@code iptables} is on Debian 10 and later; the kernel side is nf_tables. */
    IPTABLES_NFT("iptables-nft"),
    /** {@code iptables-legacy}: the older kernel side, x_tables. */
    IPTABLES_LEGACY("iptables-legacy");

    private final String command;

    FirewallBackend(String command) {
        this.command = command;
    }

    /** The command that a person would type: {@code nft}, {@code iptables-nft} or {@code iptables-legacy}. */
    public String command() {
        return command;
    }

    /** Whether the rules are iptables rules, whatever the kernel side. */
    public boolean isIptables() {
        return this != NFTABLES;
    }
}
