/** What the chapters about images type as {@code docker build} and {@code docker run}, by the engine's interface. */
@NullMarked
package dev.netjig.suites.docker;

import org.jspecify.annotations.NullMarked;
