/**
 * What is observed: pings, TCP and UDP exchanges, route look-ups and captures inside a testbed. A probe returns
 * evidence; it never judges, and the absence of a reply is a result like any other.
 */
@NullMarked
package dev.netjig.probe;

import org.jspecify.annotations.NullMarked;
