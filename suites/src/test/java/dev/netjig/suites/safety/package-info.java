/** What must hold however a run ends: the machine is as it was, and nothing of netjig's is left on it. */
@NullMarked
package dev.netjig.suites.safety;

import org.jspecify.annotations.NullMarked;
