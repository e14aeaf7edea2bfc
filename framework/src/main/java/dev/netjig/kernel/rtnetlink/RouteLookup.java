package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.Errno;
import java.util.Optional;

/** What the kernel would do with a packet; the outcome of {@code ip route get}. */
public sealed interface RouteLookup {

    /**
     * It would send, forward or take it along this route.
     *
     * @param route with the single destination that was asked for, or as it is in its table if the query wanted that
     */
    record Found(RouteEntry route) implements RouteLookup {

        @Override
        public String toString() {
            return route.toString();
        }
    }

    /**
     * It would not. What a program that sends the packet gets: ENETUNREACH without a route, EHOSTUNREACH, EACCES and
     * EINVAL for routes of type unreachable, prohibit and blackhole. For a packet that came in (iif): EHOSTUNREACH if
     * forwarding is off, EINVAL also if its source fails the reverse path filter; EXDEV in older kernels.
     *
     * @param errno the kernel's refusal
     * @param text the kernel's own words, if it found any
     */
    record Refused(Errno errno, Optional<String> text) implements RouteLookup {

        @Override
        public String toString() {
            return text.map(words -> words + " (" + errno + ")").orElseGet(errno::toString);
        }
    }
}
