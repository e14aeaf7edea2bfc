/** The examples of README.md, which contains parts of these files word by word. */
@NullMarked
package dev.netjig.suites.readme;

import org.jspecify.annotations.NullMarked;
