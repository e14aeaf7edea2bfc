/**
 * The document on reloading dockerd's options: on the command line first, then in daemon.json, which SIGHUP reads again.
 *
 * <p>What the document has wrong today: an engine without a daemon.json no longer complains of it on SIGHUP. The error of
 * the document comes back only where {@code --config-file} was given and its file is gone.
 */
@Chapter("reloading dockerd's options")
@NullMarked
package dev.netjig.suites.chapterf;

import dev.netjig.suites.scenario.Chapter;
import org.jspecify.annotations.NullMarked;
