/** The report, looked at in a real browser. */
@NullMarked
package dev.netjig.browser;

import org.jspecify.annotations.NullMarked;
