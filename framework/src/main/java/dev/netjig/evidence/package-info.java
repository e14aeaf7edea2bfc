/**
 * What a test leaves for people to look at: the packets' journeys, captures, the script that rebuilds the topology, the
 * state of its namespaces, its commands. Knows no test framework: whoever runs a test makes a {@link
 * dev.netjig.evidence.Case} of it and publishes the exhibits.
 */
@NullMarked
package dev.netjig.evidence;

import org.jspecify.annotations.NullMarked;
