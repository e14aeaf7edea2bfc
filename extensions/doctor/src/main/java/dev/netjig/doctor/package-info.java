/**
 * Says what this machine lacks for tests with netjig, why that matters and how to get it: {@code java -jar netjig.jar
 * doctor}. Whatever can be tried is tried, in namespaces of its own, and what fails is told in the words that a test
 * would be skipped with. Nothing on the machine is changed.
 */
@NullMarked
package dev.netjig.doctor;

import org.jspecify.annotations.NullMarked;
