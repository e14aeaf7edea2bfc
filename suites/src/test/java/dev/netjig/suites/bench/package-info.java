/**
 * How fast netjig is, next to the ways in which one would do the same by hand; {@code suites/BENCHMARKS.md} says how to
 * run it.
 */
@NullMarked
package dev.netjig.suites.bench;

import org.jspecify.annotations.NullMarked;
