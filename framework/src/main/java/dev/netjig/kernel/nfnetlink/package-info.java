/** Netfilter netlink: the connections that the kernel tracks, and what nftables and ip_tables report about traced packets. */
@NullMarked
package dev.netjig.kernel.nfnetlink;

import org.jspecify.annotations.NullMarked;
