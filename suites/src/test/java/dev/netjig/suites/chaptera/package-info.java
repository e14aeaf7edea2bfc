/**
 * The document "Single Network Namespace": one namespace, red, on one veth pair, without a bridge.
 *
 * <p>The document makes the namespace, moves one end of a veth pair into it, gives that end 192.168.0.1, brings
 * everything up, tells the node that 192.168.0.1 is behind its own end, tells red to answer by the only device that it
 * has, and pings. Its nine steps are {@link dev.netjig.suites.chaptera.NineSteps}; the network that they make is
 * {@link dev.netjig.suites.chaptera.SingleNamespace}.
 *
 * <p>What the document does not say: which of its steps are needed, and what one sees when one of them is missing. Each
 * is left out here once, with its own cause, by annotations and by hand.
 */
@Chapter("one network namespace")
@NullMarked
package dev.netjig.suites.chaptera;

import dev.netjig.suites.scenario.Chapter;
import org.jspecify.annotations.NullMarked;
