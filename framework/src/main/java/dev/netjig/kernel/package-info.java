/**
 * The Linux kernel as netjig needs it: libc calls, namespaces, netlink, nftables, ICMP and packet sockets. The
 * only package tree that sees native code; everything that the kernel refuses comes out of it as one exception
 * with the kernel's own words.
 */
@NullMarked
package dev.netjig.kernel;

import org.jspecify.annotations.NullMarked;
