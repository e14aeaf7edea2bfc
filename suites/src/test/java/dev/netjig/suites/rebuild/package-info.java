/** The scripts that rebuild a topology without Java, run: they must end in the state that netjig builds. */
@NullMarked
package dev.netjig.suites.rebuild;

import org.jspecify.annotations.NullMarked;
