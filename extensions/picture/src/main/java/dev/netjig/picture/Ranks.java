package dev.netjig.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands left of whom. The packet's way, or else the longest way there is, goes from left to right (and back, if it is long); what hangs off it
 * is shared out between both sides.
 */
final class Ranks {

    /** So many of a hub's hosts stand on one side, if its way out is on the other. */
    private static final int FEW = 5;

    /** So many namespaces side by side are readable. */
    private static final int COLUMNS = 4;

    private final Graph graph;
    private final Map<String, Set<String>> neighbours = new LinkedHashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();

    private Ranks(Graph graph) {
        this.graph = graph;
        graph.rooms().forEach(room -> neighbours.put(room.name(), new LinkedHashSet<>()));
        for (Cable cable : graph.cables()) {
            join(cable.from().netns(), cable.to().netns());
            join(cable.to().netns(), cable.from().netns());
        }
        neighbours.forEach((name, others) -> others.remove(name));
    }

    private void join(String name, String other) {
        neighbours.computeIfAbsent(name, unknown -> new LinkedHashSet<>()).add(other);
    }

    static Ranks of(Graph graph, Optional<Journey> journey) {
        Ranks ranks = new Ranks(graph);
        Optional<String> start = journey.flatMap(Journey::start).map(Vertex::netns);
        Optional<String> end = journey.flatMap(Journey::end).map(Vertex::netns);
        if (start.isPresent() && end.isPresent() && !start.equals(end)) {
            ranks.spread(ranks.onwards(ranks.way(start.get(), end.get())));
        }
        for (Room room : graph.rooms()) {
            if (!ranks.ranks.containsKey(room.name())) {
                ranks.spread(ranks.longest(room.name()));
            }
        }
        return ranks;
    }

    /** Whether a cable leaves its first end to the right. */
    boolean isForward(Cable cable) {
        int from = ranks.getOrDefault(cable.from().netns(), 0);
        int to = ranks.getOrDefault(cable.to().netns(), 0);
        return from != to
                ? from < to
                : index(cable.from().netns()) <= index(cable.to().netns());
    }

    private int index(String name) {
        return graph.rooms().stream().map(Room::name).toList().indexOf(name);
    }

    private List<String> longest(String somewhere) {
        return way(farthest(somewhere, false), farthest(farthest(somewhere, false), true));
    }

    /** Of those that are equally far, one that is not on a bridge. */
    private String farthest(String from, boolean last) {
        return farthest(distances(from, List.of()), last);
    }

    private String farthest(Map<String, Integer> distances, boolean last) {
        int most = Collections.max(distances.values());
        List<String> far = graph.rooms().stream()
                .map(Room::name)
                .filter(name -> distances.getOrDefault(name, -1) == most)
                .toList();
        return far.stream()
                .filter(name -> last && !hangsOnBridge(name))
                .findFirst()
                .orElse(far.get(last ? far.size() - 1 : 0));
    }

    private boolean hangsOnBridge(String name) {
        return graph.cables().stream()
                .filter(cable ->
                        cable.from().netns().equals(name) || cable.to().netns().equals(name))
                .anyMatch(cable -> graph.device(cable.from())
                                .filter(Device::isPort)
                                .isPresent()
                        || graph.device(cable.to()).filter(Device::isPort).isPresent());
    }

    private Map<String, Integer> distances(String from, List<String> walls) {
        Map<String, Integer> distances = new HashMap<>(Map.of(from, 0));
        Deque<String> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            String here = queue.remove();
            for (String next : neighbours.getOrDefault(here, Set.of())) {
                if (!walls.contains(next) && distances.putIfAbsent(next, distances.getOrDefault(here, 0) + 1) == null) {
                    queue.add(next);
                }
            }
        }
        return distances;
    }

    private List<String> way(String from, String to) {
        Map<String, Integer> distances = distances(to, List.of());
        List<String> way = new ArrayList<>(List.of(from));
        String here = from;
        while (!here.equals(to)) {
            int distance = distances.getOrDefault(here, 0);
            Optional<String> next = neighbours.getOrDefault(here, Set.of()).stream()
                    .filter(name -> distances.getOrDefault(name, distance) < distance)
                    .findFirst();
            if (next.isEmpty()) {
                return way;
            }
            here = next.get();
            way.add(here);
        }
        return way;
    }

    /** Goes on, from the end of a way, to what is farthest from there. */
    private List<String> onwards(List<String> way) {
        String end = way.get(way.size() - 1);
        Map<String, Integer> distances = distances(end, way);
        String farthest = farthest(distances, true);
        List<String> longer = new ArrayList<>(way);
        List<String> rest = way(end, farthest);
        longer.addAll(rest.subList(1, rest.size()));
        return longer;
    }

    private void spread(List<String> spine) {
        for (int i = 0; i < spine.size(); i++) {
            ranks.putIfAbsent(spine.get(i), folded(i));
        }
        for (int i = 0; i < spine.size(); i++) {
            String name = spine.get(i);
            List<String> hanging = neighbours.getOrDefault(name, Set.of()).stream()
                    .filter(other -> !ranks.containsKey(other))
                    .toList();
            boolean wayOut = i + 1 < spine.size() && !hangsOnBridge(spine.get(i + 1));
            int left = wayOut && hanging.size() <= FEW ? hanging.size() : (hanging.size() + 1) / 2;
            for (int n = 0; n < hanging.size(); n++) {
                hang(hanging.get(n), folded(i), n < left ? -1 : 1);
            }
        }
    }

    /** A long way goes to and fro: 0 1 2 3 2 1 0 1 … */
    private static int folded(int place) {
        int period = 2 * (COLUMNS - 1);
        int phase = place % period;
        return Math.min(phase, period - phase);
    }

    private void hang(String name, int rank, int direction) {
        if (ranks.putIfAbsent(name, rank + direction) == null) {
            neighbours.getOrDefault(name, Set.of()).forEach(next -> hang(next, rank + direction, direction));
        }
    }
}
