package dev.netjig.jupiter;

import dev.netjig.topology.Origin;
import java.lang.annotation.Annotation;

/**
 * One of netjig's annotations, and where it stands.
 *
 * @param annotation the annotation
 * @param origin as it is written; for one that came with a composed annotation: {@code @Bridge(…) from @Internet}
 */
record Found(Annotation annotation, Origin origin) {}
