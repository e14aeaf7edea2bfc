package dev.netjig.testbed;

/** The nftables table that netjig adds while it traces packets, and that no test sees. */
public final class NftTraceTable {

    public static final String NAME = "netjig_trace";

    private NftTraceTable() {}
}
