/**
 * The document on small images: nginx on Alpine, RUN lines that become one, a Node.js application whose packages are
 * installed before or after its sources are copied, and a C program that leaves its compiler behind.
 *
 * <p>The Dockerfiles are the document's, built by a real engine. Where it has no way to a registry, which a node of a
 * testbed has not, they build upon stand-ins: see {@link dev.netjig.testcontainers.images}.
 *
 * <p>What the document has wrong: not every instruction makes a layer, CMD, ENTRYPOINT and EXPOSE make none; and fewer layers
 * are no fewer bytes, unless a later line removes what an earlier one has made.
 */
@Chapter("small images")
@NullMarked
package dev.netjig.suites.chapterc;

import dev.netjig.suites.scenario.Chapter;
import org.jspecify.annotations.NullMarked;
