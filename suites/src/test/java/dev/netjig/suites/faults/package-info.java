/**
 * The catalogue of faults: networks with one thing wrong, each with the reason that netjig must give for the packet that
 * dies of it.
 */
@NullMarked
package dev.netjig.suites.faults;

import org.jspecify.annotations.NullMarked;
