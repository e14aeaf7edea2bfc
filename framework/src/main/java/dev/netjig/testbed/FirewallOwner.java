package dev.netjig.testbed;

/** Which of the kernel's two packet filters holds a chain. */
public enum FirewallOwner {
    /** nf_tables: read with {@code nft}; iptables-nft's chains are of this kind. */
    NFTABLES,
    /** ip_tables: read with {@code iptables-legacy}. */
    IPTABLES_LEGACY
}
