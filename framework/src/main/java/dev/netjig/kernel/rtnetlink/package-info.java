/**
 * Routing netlink: requests that change links, addresses, routes, neighbours and namespace ids, and what the kernel says
 * about them, as immutable records. {@link dev.netjig.kernel.rtnetlink.RtNetlink} is the way in.
 */
@NullMarked
package dev.netjig.kernel.rtnetlink;

import org.jspecify.annotations.NullMarked;
