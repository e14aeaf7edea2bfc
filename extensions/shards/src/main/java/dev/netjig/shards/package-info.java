/**
 * Splits the test classes among several machines that do not talk to each other. Knows JUnit's launcher, and nothing of
 * netjig; without one of its properties or variables it does nothing.
 */
@NullMarked
package dev.netjig.shards;

import org.jspecify.annotations.NullMarked;
