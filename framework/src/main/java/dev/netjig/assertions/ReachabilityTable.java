package dev.netjig.assertions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A reachability matrix as text: what a test expects or what is.
 *
 * @param obstacles why a sender does not reach a receiver; empty text if it does
 */
record ReachabilityTable(List<String> namespaces, Map<Pair, String> obstacles) {

    /** A sender and a receiver. */
    record Pair(String from, String to) {
        @Override
        public String toString() {
            return from + " → " + to;
        }
    }

    ReachabilityTable {
        namespaces = List.copyOf(namespaces);
        obstacles = Map.copyOf(obstacles);
    }

    /** All pairs that it can be about, row by row. */
    List<Pair> pairs() {
        return namespaces.stream()
                .flatMap(from ->
                        namespaces.stream().filter(to -> !to.equals(from)).map(to -> new Pair(from, to)))
                .toList();
    }

    /** Whether it says why the sender does not reach the receiver. */
    boolean isObstructed(Pair pair) {
        return !obstacles.getOrDefault(pair, "").isEmpty();
    }

    /** For people: {@code yes}, {@code no: CAUSE}, or that it has no such pair. */
    String cell(Pair pair) {
        String obstacle = obstacles.get(pair);
        if (obstacle == null) {
            return "not in the table";
        }
        return obstacle.isEmpty() ? "yes" : "no: " + obstacle;
    }

    String text() {
        List<String> notes = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(namespaces);
        rows.add(head);
        for (String from : namespaces) {
            List<String> row = new ArrayList<>(List.of(from));
            namespaces.forEach(to -> row.add(from.equals(to) ? "-" : shortCell(new Pair(from, to), notes)));
            rows.add(row);
        }
        StringBuilder text = new StringBuilder(aligned(rows));
        for (int i = 0; i < notes.size(); i++) {
            text.append('\n').append(i + 1).append(": ").append(notes.get(i));
        }
        return text.toString();
    }

    private String shortCell(Pair pair, List<String> notes) {
        String obstacle = obstacles.getOrDefault(pair, "");
        if (obstacle.isEmpty()) {
            return obstacles.containsKey(pair) ? "yes" : "?";
        }
        if (!notes.contains(obstacle)) {
            notes.add(obstacle);
        }
        return "no " + (notes.indexOf(obstacle) + 1);
    }

    private static String aligned(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int here = column;
            widths.add(
                    rows.stream().mapToInt(row -> row.get(here).length()).max().orElse(0));
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
