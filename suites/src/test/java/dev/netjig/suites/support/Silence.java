package dev.netjig.suites.support;

import java.time.Duration;

/** How long to wait before silence is believed. */
public final class Silence {

    /** A kernel's answer or ICMP error takes microseconds here; the reason of each silence is proven besides. */
    public static final Duration LIMIT = Duration.ofMillis(150);

    /** A refusal of the first SYN is only noted; the second SYN, a second later, makes the connection fail of it. */
    public static final Duration TCP_LIMIT = Duration.ofMillis(1500);

    /** For the answer of a program, which has to wait for its turn: nobody waits that long unless it does not. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Silence() {}
}
