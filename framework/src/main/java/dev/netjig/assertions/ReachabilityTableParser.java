package dev.netjig.assertions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link ReachabilityTable#text} writes, however it is aligned. */
final class ReachabilityTableParser {

    private static final Pattern NOTE = Pattern.compile("(\\d+):\\s*(.*)");
    private static final Pattern CELL = Pattern.compile("-|yes|no\\s+(\\d+)");

    private final Map<String, String> notes = new HashMap<>();
    private final Map<ReachabilityTable.Pair, String> cells = new HashMap<>();
    private final List<String> receivers = new ArrayList<>();
    private final Set<String> senders = new HashSet<>();

    private ReachabilityTableParser() {}

    /** @throws IllegalArgumentException naming the line that is wrong, and what is allowed */
    static ReachabilityTable parse(String text) {
        return new ReachabilityTableParser().read(text);
    }

    private ReachabilityTable read(String text) {
        List<String> rows = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher note = NOTE.matcher(line);
            if (note.matches()) {
                notes.put(note.group(1), note.group(2).replaceAll("\\s+", " "));
            } else if (!line.isEmpty()) {
                rows.add(line);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("it has no rows");
        }
        receivers.addAll(List.of(rows.get(0).split("\\s+")));
        rows.subList(1, rows.size()).forEach(this::row);
        return new ReachabilityTable(receivers, cells);
    }

    private void row(String line) {
        String[] parts = line.split("\\s+", 2);
        String from = parts[0];
        require(receivers.contains(from), line, "a row must begin with one of the names in the first line");
        require(senders.add(from), line, "there must be one row for " + from);
        List<String> row = cells(parts.length == 1 ? "" : parts[1], line);
        require(row.size() == receivers.size(), line, receivers.size() + " cells are needed, one for each column");
        for (int i = 0; i < row.size(); i++) {
            String to = receivers.get(i);
            require(row.get(i).equals("-") == to.equals(from), line, "a cell must be - where sender is receiver, only");
            if (!to.equals(from)) {
                cells.put(new ReachabilityTable.Pair(from, to), row.get(i).equals("yes") ? "" : row.get(i));
            }
        }
    }

    /** {@code -}, {@code yes} or why not. */
    private List<String> cells(String text, String line) {
        List<String> row = new ArrayList<>();
        Matcher cell = CELL.matcher(text);
        int end = 0;
        while (cell.find()) {
            require(text.substring(end, cell.start()).isBlank(), line, "a cell must be -, yes, or no with a number");
            String note = cell.group(1);
            require(
                    note == null || !notes.getOrDefault(note, "").isEmpty(),
                    line,
                    "no line says what " + note + ": is");
            row.add(note == null ? cell.group() : notes.getOrDefault(note, ""));
            end = cell.end();
        }
        require(text.substring(end).isBlank(), line, "a cell must be -, yes, or no with a number");
        return row;
    }

    private static void require(boolean holds, String line, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", in the line \"" + line + "\"");
        }
    }
}
