package dev.netjig.reports.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of who reaches whom, as netjig prints it.
 *
 * @param columns the receivers
 * @param rows each with its sender and a cell for each receiver: {@code yes}, {@code no 1}, {@code -}
 * @param notes the causes, {@code 1: …}
 */
record Matrix(List<String> columns, List<Row> rows, List<String> notes) {

    private static final Pattern CELL = Pattern.compile("yes|no \\d+|no|-|\\? \\d+|\\?|unclear \\d+");
    private static final Pattern NOTE = Pattern.compile("\\d+: .*");

    record Row(String sender, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Empty for a text that is no such table. */
    static Optional<Matrix> parse(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = List.of(lines.get(0).split("\\s+"));
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (NOTE.matcher(line).matches()) {
                notes.add(line);
                continue;
            }
            String[] words = line.split("\\s+", 2);
            List<String> cells = words.length < 2 ? List.of() : cells(words[1]);
            if (cells.size() != columns.size()) {
                return Optional.empty();
            }
            rows.add(new Row(words[0], cells));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Matrix(columns, rows, notes));
    }

    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(text);
        while (cell.find()) {
            cells.add(cell.group());
        }
        return cells;
    }
}
