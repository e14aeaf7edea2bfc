/** Netfilter netlink: what nftables reports about the packets that it was told to trace. */
@NullMarked
package dev.netjig.kernel.nfnetlink;

import org.jspecify.annotations.NullMarked;
