/** Containers of Testcontainers and of engines in a topology, as members of networks that netjig makes. */
@NullMarked
package dev.netjig.suites.containers;

import org.jspecify.annotations.NullMarked;
