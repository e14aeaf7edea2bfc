/**
 * Listens to the tests of a JVM while they run: hands their results over to the report, and tells on the terminal how far
 * they are. The only part of this module that knows JUnit, 5.14 and later.
 */
@NullMarked
package dev.netjig.reports.run;

import org.jspecify.annotations.NullMarked;
