/**
 * What a network should look like: immutable specs, collected and checked by {@link dev.netjig.topology.Topology}.
 *
 * <p>Start at {@code Topology.builder()}. Specs ({@code …Spec}) say what is wanted, value types ({@link
 * dev.netjig.topology.IfName}, {@link dev.netjig.topology.Cidr}, {@link dev.netjig.topology.MacAddress}) are the only
 * parsers of their text, and {@link dev.netjig.topology.Declared} ties a spec to the annotation or builder call that
 * asked for it. Nothing here touches the machine: no I/O, no name look-ups, no native code. How a topology becomes
 * steps and commands is in {@link dev.netjig.topology.plan}.
 */
@NullMarked
package dev.netjig.topology;

import org.jspecify.annotations.NullMarked;
