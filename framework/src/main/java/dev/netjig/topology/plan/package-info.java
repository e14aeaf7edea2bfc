/**
 * How a topology is built: {@link dev.netjig.topology.plan.Plan} is a list of {@link dev.netjig.topology.plan.Step}s,
 * each a record that prints the commands a person would type for it.
 *
 * <p>The test bed applies the same steps through netlink; the firewall texts are loaded as they are. Nothing here touches
 * the machine.
 */
@NullMarked
package dev.netjig.topology.plan;

import org.jspecify.annotations.NullMarked;
