/**
 * Pictures of topologies, and of the way of a packet through them: {@link dev.netjig.picture.TopologyPicture}. One graph of
 * namespaces, devices, cables and notes is drawn as SVG and PNG and written as Mermaid and DOT; the Eclipse Layout Kernel
 * places it.
 */
@NullMarked
package dev.netjig.picture;

import org.jspecify.annotations.NullMarked;
