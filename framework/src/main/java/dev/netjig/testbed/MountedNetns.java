package dev.netjig.testbed;

/**
 * The files through which another process can enter a namespace and its view.
 *
 * @param netPath for {@code nsenter --net=}
 * @param mountPath for {@code nsenter --mount=}
 */
record MountedNetns(String netPath, String mountPath) {}
