/** Tests that use the same names and addresses at the same time and do not notice each other. */
@NullMarked
package dev.netjig.suites.parallel;

import org.jspecify.annotations.NullMarked;
