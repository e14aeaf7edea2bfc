/**
 * Netlink: messages and attributes as bytes, and the exchange of requests for acknowledgements, answers and dumps. Knows
 * no protocol above {@code linux/netlink.h}; what it reads from the kernel it checks, and never trusts.
 */
@NullMarked
package dev.netjig.kernel.netlink;

import org.jspecify.annotations.NullMarked;
