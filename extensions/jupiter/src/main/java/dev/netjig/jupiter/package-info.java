/**
 * Annotations that declare a topology on test classes and methods, and the one JUnit extension that builds it
 * before a test, hands it to the test, and closes it afterwards.
 */
@NullMarked
package dev.netjig.jupiter;

import org.jspecify.annotations.NullMarked;
