package dev.netjig.testbed;

import java.time.Instant;

/**
 * A command that was started, as far as it has come.
 *
 * @param result its exit code is -1 while it runs, and it has printed no more than this so far
 */
public record CommandRun(Instant started, CommandResult result, boolean running) {}
