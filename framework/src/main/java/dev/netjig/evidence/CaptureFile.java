package dev.netjig.evidence;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.evidence.pcapng.Pcapng;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code capture.pcapng}: the packets of all watched probes, each death with a comment that says of what. */
final class CaptureFile implements ExhibitProvider {

    @Override
    public List<Exhibit> exhibits(Case test) {
        if (!test.isFull() || test.packets().isEmpty()) {
            return List.of();
        }
        return List.of(new Exhibit("capture.pcapng", "application/x-pcapng", out -> {
            Map<Sighting, String> deaths = deaths(test.explanations());
            Pcapng.write(
                    out, test.name(), test.packets(), packet -> Optional.ofNullable(deaths.get(packet.sighting())));
        }));
    }

    /** By the last that was seen of each packet that died. */
    static Map<Sighting, String> deaths(List<Explanation> explanations) {
        Map<Sighting, String> deaths = new HashMap<>();
        for (Explanation explanation : explanations) {
            lastSeen(explanation)
                    .ifPresent(seen -> deaths.merge(
                            seen,
                            "died here ("
                                    + explanation.confidence().name().toLowerCase(Locale.ROOT) + "): "
                                    + explanation.cause().summary(),
                            (earlier, later) -> earlier + "\n" + later));
        }
        return deaths;
    }

    /** Where it died if it was seen there, else where it was seen at all. An ICMP error only tells of it. */
    private static Optional<Sighting> lastSeen(Explanation explanation) {
        List<Sighting> own = new ArrayList<>(explanation.path());
        own.removeIf(CaptureFile::isError);
        return own.stream()
                .filter(seen -> seen.netns().equals(explanation.place().netns()))
                .reduce((earlier, later) -> later)
                .or(() -> own.stream().reduce((earlier, later) -> later));
    }

    private static boolean isError(Sighting seen) {
        return seen.packet() instanceof Packet.Ip ip
                && ip.icmp().filter(icmp -> icmp.quoted().isPresent()).isPresent();
    }
}
