/**
 * Links that minimal kernels lack and a distribution's kernel has: VLANs, ipvlan, macvlan, VRFs, bonds, dummies, WireGuard,
 * and netem on a queue. Tests make them with {@code ip} and {@code tc} inside a node; netjig must see them, probe across
 * them and name the cause when a packet dies on them.
 *
 * <p>The project's VM and {@code vagrant/boot-kernel} say {@code -Dnetjig.kernel=stock}: there, nothing may be missing.
 */
@NullMarked
package dev.netjig.suites.kernels;

import org.jspecify.annotations.NullMarked;
