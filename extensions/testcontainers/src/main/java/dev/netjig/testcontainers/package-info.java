/**
 * Real container engines in the namespaces of a testbed. {@link dev.netjig.testcontainers.DockerEngine} starts a private
 * Docker daemon in a topology's node: its bridges, rules and routes are the test's, and the machine's own Docker, if it
 * has one, is not touched. {@link dev.netjig.testcontainers.Engine} is the handle. {@link
 * dev.netjig.testcontainers.ContainerNode} and {@link dev.netjig.testcontainers.Containers} make containers of any engine
 * of the machine members of a topology.
 */
@NullMarked
package dev.netjig.testcontainers;

import org.jspecify.annotations.NullMarked;
