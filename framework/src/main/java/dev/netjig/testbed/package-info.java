/**
 * What is live: applies a plan to the kernel, undoes it, and hands out handles on what exists now. All of it
 * lives in anonymous namespaces held by file descriptors, so that the machine itself is never changed and
 * nothing outlives the JVM.
 */
@NullMarked
package dev.netjig.testbed;

import org.jspecify.annotations.NullMarked;
