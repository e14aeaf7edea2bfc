/**
 * The document on Docker's network, with and without Docker: four containers on docker0, one on docker_gwbridge.
 *
 * <p>The document looks at its machine with {@code ip addr show}, finds a veth for each container, and asks which belongs
 * to which; its script veth.sh answers. It looks at the bridges, at the masquerade of each, and at the routes. To the
 * kernel a container is a namespace with an eth0, so all of it can be had from
 * {@link dev.netjig.suites.chaptere.DockerNetwork}. Then Docker itself makes it, in a node with an engine of its own
 * ({@link dev.netjig.suites.chaptere.NodeWithAnEngine}), and what the document left out: published ports and other networks.
 *
 * <p>What the document has wrong: its script compares indexes of devices, which are unique in a namespace only. It is
 * right on a machine where Docker makes both ends before it moves one of them, and wrong where they are made in place.
 */
@Chapter("the Docker network")
@NullMarked
package dev.netjig.suites.chaptere;

import dev.netjig.suites.scenario.Chapter;
import org.jspecify.annotations.NullMarked;
