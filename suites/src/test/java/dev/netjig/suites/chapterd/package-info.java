/**
 * The document on copy-on-write and the instructions of a Dockerfile: layers that images and containers share, the thin
 * layer that a container writes to, ADD and COPY, CMD and ENTRYPOINT.
 *
 * <p>What the document has wrong: not every instruction makes a layer; what a RUN leaves unchanged and CMD make none. After a
 * change of a copied file the old layer is not copied and changed: COPY makes another one, and no layer above it is kept.
 */
@Chapter("copy-on-write and the instructions of a Dockerfile")
@NullMarked
package dev.netjig.suites.chapterd;

import dev.netjig.suites.scenario.Chapter;
import org.jspecify.annotations.NullMarked;
