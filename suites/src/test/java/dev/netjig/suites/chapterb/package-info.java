/**
 * The document "Single Network, 2 Namespaces": red and blue on one bridge.
 *
 * <p>The document joins two namespaces by a bridge, pings, and fails. It reads {@code iptables -S} in all three
 * namespaces, finds {@code -P FORWARD DROP} at the node, sets ACCEPT, switches ip_forward on, and pings again: ttl 64. The
 * world outside is "Network is unreachable" until red and blue have default routes, and silent until the node
 * masquerades; then 8.8.8.8 answers with ttl 103. Its network is
 * {@link dev.netjig.suites.chapterb.TwoNamespacesOnABridge}, its commands are
 * {@link dev.netjig.suites.chapterb.DocumentCommands}.
 *
 * <p>What the document has wrong, or does not say: ip_forward plays no part between red and blue, nor do INPUT and OUTPUT
 * of the node; FORWARD sees bridged packets only where bridge-nf-call-iptables is 1, which is what Docker brought to the
 * author's machine.
 */
@Chapter("two namespaces on a bridge")
@NullMarked
package dev.netjig.suites.chapterb;

import dev.netjig.suites.scenario.Chapter;
import org.jspecify.annotations.NullMarked;
