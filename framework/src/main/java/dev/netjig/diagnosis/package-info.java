/**
 * Why a packet did or did not arrive: the hops that it took, where it ended, the cause from a closed set in the
 * kernel's vocabulary, and the evidence for each claim. An explanation without evidence does not exist here.
 */
@NullMarked
package dev.netjig.diagnosis;

import org.jspecify.annotations.NullMarked;
