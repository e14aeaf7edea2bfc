/**
 * Network namespaces held by a descriptor, the threads that enter them, and the file system view that commands in them
 * see. No thread of the caller ever changes namespace.
 */
@NullMarked
package dev.netjig.kernel.netns;

import org.jspecify.annotations.NullMarked;
