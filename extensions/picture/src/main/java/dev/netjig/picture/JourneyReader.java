package dev.netjig.picture;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Confidence;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Hop;
import dev.netjig.diagnosis.Observation;
import dev.netjig.diagnosis.Place;
import dev.netjig.picture.Journey.Rewrite;
import dev.netjig.picture.Vertex.Spot;
import dev.netjig.picture.Vertex.Stack;
import dev.netjig.probe.ProbeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays the way of a probe into a graph, which grows by what nobody declared. */
final class JourneyReader {

    private Graph graph;
    private final ProbeResult result;
    private final List<Hop> hops;
    private final Optional<Explanation> explanation;
    private final String story;

    private JourneyReader(
            Graph graph, ProbeResult result, List<Hop> hops, Optional<Explanation> explanation, String story) {
        this.graph = graph;
        this.result = result;
        this.hops = hops;
        this.explanation = explanation;
        this.story = story;
    }

    /** A journey in a graph that has all its places. */
    record Travelled(Graph graph, Journey journey) {}

    static Travelled read(Graph graph, Explanation explanation) {
        return new JourneyReader(
                        graph, explanation.attempt(), explanation.hops(), Optional.of(explanation), explanation.text())
                .read();
    }

    static Travelled read(Graph graph, Observation observation) {
        return new JourneyReader(
                        graph, observation.result(), observation.hops(), observation.explanation(), observation.text())
                .read();
    }

    private Travelled read() {
        Sightings seen = Sightings.of(hops);
        Optional<Place> place = explanation.map(Explanation::place);
        supplement(place);
        explanation.map(Explanation::cause).ifPresent(this::showStack);
        Walk request = walk(false, graph.heart(result.netns()), seen.request());
        Optional<Vertex> grave = place.map(this::grave);
        boolean lostOnTheWayBack = !seen.back().isEmpty() && !seen.error();
        if (grave.isPresent() && !lostOnTheWayBack) {
            end(request, grave.get());
        } else {
            lastRoom(seen.request()).flatMap(graph::heart).ifPresent(request::to);
        }
        Optional<Vertex> turn = seen.back().stream()
                .findFirst()
                .flatMap(hop -> graph.heart(Sightings.spot(hop).netns()));
        Walk back = walk(true, turn, seen.back());
        if (grave.isPresent() && lostOnTheWayBack) {
            end(back, grave.get());
        } else if (grave.isEmpty() && back.hasBegun()) {
            graph.heart(result.netns()).ifPresent(back::to);
        }
        List<Step> steps = new ArrayList<>(request.steps());
        steps.addAll(back.steps());
        Journey journey =
                new Journey(title(), steps, graph.heart(result.netns()), grave.map(this::death), rewrites(seen), story);
        return new Travelled(graph, journey);
    }

    private void supplement(Optional<Place> place) {
        List<String> netns = new ArrayList<>(List.of(result.netns()));
        List<Spot> spots = new ArrayList<>(hops.stream().map(Sightings::spot).toList());
        place.ifPresent(where -> {
            netns.add(where.netns());
            where.dev().ifPresent(dev -> spots.add(new Spot(where.netns(), dev)));
        });
        graph = Supplement.with(graph, netns, spots);
    }

    /** The cause is told in the stack of the namespace where it was. */
    private void showStack(Cause cause) {
        graph = new Graph(
                graph.rooms().stream()
                        .map(room -> room.name().equals(cause.netns()) ? room.withStack() : room)
                        .toList(),
                graph.cables());
    }

    private Walk walk(boolean answer, Optional<Vertex> from, List<Hop> seen) {
        Walk walk = new Walk(graph, answer);
        if (seen.isEmpty()) {
            return walk;
        }
        from.ifPresent(walk::to);
        Optional<Spot> before = Optional.empty();
        for (Hop hop : seen) {
            Spot here = Sightings.spot(hop);
            if (!walk.to(here)) {
                graph = Supplement.with(graph, before.orElse(here), here);
                walk.growTo(graph);
                walk.to(here);
            }
            before = Optional.of(here);
        }
        return walk;
    }

    private void end(Walk walk, Vertex grave) {
        if (walk.hasBegun() || grave.netns().equals(result.netns())) {
            graph.heart(result.netns()).filter(heart -> !walk.hasBegun()).ifPresent(walk::to);
            walk.to(grave);
        }
    }

    /** A device, if it is the device that let it die; else the stack of its namespace. */
    private Vertex grave(Place place) {
        Cause cause = explanation.orElseThrow().cause();
        boolean ofDevice = cause instanceof Cause.LinkDown
                || cause instanceof Cause.BridgePort
                || cause instanceof Cause.NoNeighbour
                || cause instanceof Cause.OtherHost
                || cause instanceof Cause.TooBig;
        return ofDevice && place.dev().isPresent()
                ? new Spot(place.netns(), place.dev().get())
                : new Stack(place.netns());
    }

    private Death death(Vertex grave) {
        Cause cause = explanation.orElseThrow().cause();
        List<Tag> tags = graph.room(cause.netns()).map(Room::tags).orElse(List.of());
        return new Death(grave, words(cause), cause.summary(), cause.remedy(), Blame.of(cause, tags));
    }

    /** The author of a rule stands in the tag that is to blame, and the namespace around it. */
    private String words(Cause cause) {
        String words = cause.summary();
        Optional<String> comment = culprit(cause).flatMap(Culprit::comment);
        if (comment.isPresent()) {
            words = words.replace(" (" + comment.get() + ")", "");
        }
        String netns = cause.netns() + ": ";
        words = words.startsWith(netns) ? words.substring(netns.length()) : words;
        boolean guessed = explanation.orElseThrow().confidence() == Confidence.INFERRED;
        return guessed ? "probably " + words : words;
    }

    private static Optional<Culprit> culprit(Cause cause) {
        if (cause instanceof Cause.Dropped dropped) {
            return Optional.of(dropped.culprit());
        }
        return cause instanceof Cause.Rejected rejected ? Optional.of(rejected.culprit()) : Optional.empty();
    }

    private static Optional<String> lastRoom(List<Hop> seen) {
        return seen.stream()
                .reduce((earlier, later) -> later)
                .map(hop -> hop.seen().netns());
    }

    private static List<Rewrite> rewrites(Sightings seen) {
        return seen.request().stream()
                .flatMap(hop -> hop.rewritten().stream()
                        .map(change -> new Rewrite(hop.seen().netns(), change)))
                .distinct()
                .toList();
    }

    private String title() {
        return result.netns() + " → " + result.to() + ": " + result.summary();
    }
}
