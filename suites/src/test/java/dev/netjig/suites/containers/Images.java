package dev.netjig.suites.containers;

import org.testcontainers.containers.GenericContainer;

/** What the containers of these tests run. */
final class Images {

    private Images() {}

    /** A container that has no network but the topology's. */
    static GenericContainer<?> running(String... command) {
        return new GenericContainer<>("netjig/busybox").withCommand(command).withNetworkMode("none");
    }
}
