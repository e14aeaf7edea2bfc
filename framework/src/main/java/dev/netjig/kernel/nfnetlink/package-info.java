/** Netfilter netlink: what nftables and ip_tables report about the packets that they were told to trace. */
@NullMarked
package dev.netjig.kernel.nfnetlink;

import org.jspecify.annotations.NullMarked;
