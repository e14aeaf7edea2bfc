/**
 * What a user sees when something is wrong, with declarations, with the machine, or with a command: the place, the rule and
 * the remedy, word for word; and that nothing is left behind.
 */
@NullMarked
package dev.netjig.suites.badinput;

import org.jspecify.annotations.NullMarked;
