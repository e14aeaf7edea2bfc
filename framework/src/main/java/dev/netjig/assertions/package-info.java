/**
 * AssertJ assertions on live topologies. A failure says what was expected, what was observed, where, why, and
 * how to rebuild the situation by hand.
 */
@NullMarked
package dev.netjig.assertions;

import org.jspecify.annotations.NullMarked;
