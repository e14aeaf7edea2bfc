package dev.netjig.diagnosis;

import dev.netjig.probe.ProbeResult;
import dev.netjig.probe.Sighting;
import java.util.List;

/**
 * Where and why a packet died.
 *
 * @param attempt what the sender saw
 * @param path where the packet, and the answer to it, were seen, in order
 * @param evidence what speaks for the cause
 * @param notLookedAt what could not be asked, and why
 */
public record Explanation(
        ProbeResult attempt,
        List<Sighting> path,
        Cause cause,
        Confidence confidence,
        List<Evidence> evidence,
        List<String> notLookedAt) {

    public Explanation {
        path = List.copyOf(path);
        evidence = List.copyOf(evidence);
        notLookedAt = List.copyOf(notLookedAt);
    }

    /** The path with what NAT changed on it. */
    public List<Hop> hops() {
        return Hop.of(path);
    }

    /** 1 if the kernel's own word on the drop, its tracepoint {@code kfree_skb}, is among the evidence, else 0. */
    public int tier() {
        return evidence.stream().anyMatch(seen -> seen.witness().equals(DropWatch.WITNESS)) ? 1 : 0;
    }

    /** Whether the evidence decides of what it died. */
    public boolean isProven() {
        return confidence == Confidence.PROVEN && !(cause instanceof Cause.Unknown);
    }

    /** Where it died. */
    public Place place() {
        return Place.of(cause, path);
    }

    /** For machines: one JSON object with everything that {@link #text} tells. */
    public String json() {
        return ExplanationJson.of(this);
    }

    /** For people: the verdict, the path, the evidence and a remedy. */
    public String text() {
        return ExplanationText.of(this);
    }

    /** In one line: {@code red cannot reach 192.168.0.3: the policy of chain ip netjig FORWARD dropped it}. */
    public String line() {
        return attempt.netns() + " cannot reach " + attempt.to() + ": " + cause.summary();
    }

    @Override
    public String toString() {
        return text();
    }
}
