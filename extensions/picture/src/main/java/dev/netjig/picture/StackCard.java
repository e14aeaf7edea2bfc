package dev.netjig.picture;

import dev.netjig.picture.Row.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The box of a namespace's stack: its tags, what NAT changed, and the cause of a death. */
record StackCard(List<Row> rows) {

    static final double PADDING = 10;
    static final double SIGN_PADDING = 6;
    static final double GAP = 8;

    /** A stack of which there is nothing to say is a bar that joins the lanes. */
    private static final double BAR_WIDTH = 46;

    private static final double BAR_HEIGHT = 10;

    private static final double WIDEST = 300;
    private static final int MOST_TAGS = 9;
    private static final int MOST_LINES = 3;
    private static final int MOST_LINES_OF_A_CAUSE = 6;

    StackCard {
        rows = List.copyOf(rows);
    }

    static StackCard of(Room room, Optional<Journey> journey) {
        Optional<Death> death = journey.flatMap(Journey::death)
                .filter(buried -> buried.at().netns().equals(room.name()));
        Optional<Tag> culprit = death.flatMap(Death::culprit);
        List<Row> rows = new ArrayList<>();
        culprit.ifPresent(tag -> rows.add(row(tag, Mood.DEADLY)));
        death.map(StackCard::row).ifPresent(rows::add);
        List<Row> rewrites = rewrites(room, journey);
        for (Tag tag : shown(room.tags(), culprit)) {
            boolean rewrote = tag.kind() == Tag.Kind.NAT && !rewrites.isEmpty();
            rows.add(row(tag, rewrote ? Mood.PASSED : Mood.CALM));
            if (rewrote) {
                rows.addAll(rewrites);
                rewrites = List.of();
            }
        }
        rows.addAll(rewrites);
        more(room.tags()).ifPresent(rows::add);
        return new StackCard(rows);
    }

    boolean isBar() {
        return rows.isEmpty();
    }

    double signWidth() {
        return rows.stream().mapToDouble(Row::signWidth).max().orElse(0) + 2 * SIGN_PADDING;
    }

    double width() {
        double text = rows.stream().mapToDouble(Row::textWidth).max().orElse(0);
        return isBar() ? BAR_WIDTH : Math.ceil(2 * PADDING + signWidth() + GAP + text);
    }

    double height() {
        return isBar()
                ? BAR_HEIGHT
                : 2 * PADDING + rows.stream().mapToDouble(Row::height).sum();
    }

    private static List<Tag> shown(List<Tag> tags, Optional<Tag> culprit) {
        return tags.stream()
                .filter(tag -> !culprit.equals(Optional.of(tag)))
                .limit(tags.size() > MOST_TAGS ? MOST_TAGS - 1 : MOST_TAGS)
                .toList();
    }

    private static Optional<Row> more(List<Tag> tags) {
        if (tags.size() <= MOST_TAGS) {
            return Optional.empty();
        }
        List<Tag> rest = tags.subList(MOST_TAGS - 1, tags.size());
        String title = String.join("\n", rest.stream().map(Tag::text).toList());
        return Optional.of(new Row("…", "ks", Face.CODE, List.of("and " + rest.size() + " more"), title, Mood.CALM));
    }

    private static Row row(Tag tag, Mood mood) {
        List<String> lines = Lines.wrap(tag.text(), Face.CODE, WIDEST, MOST_LINES);
        return new Row(tag.kind().sign(), tag.kind().css(), Face.CODE, lines, tag.full(), mood);
    }

    private static Row row(Death death) {
        List<String> lines = Lines.balanced(death.words(), Face.PROSE, WIDEST, MOST_LINES_OF_A_CAUSE);
        return new Row("Died", "kd", Face.PROSE, lines, death.full() + "\nRemedy: " + death.remedy(), Mood.DEADLY);
    }

    private static List<Row> rewrites(Room room, Optional<Journey> journey) {
        return journey.stream()
                .flatMap(travelled -> travelled.rewrites().stream())
                .filter(rewrite -> rewrite.netns().equals(room.name()))
                .map(rewrite -> new Row(
                        "Now",
                        "kp",
                        Face.CODE,
                        Lines.wrap(rewrite.change(), Face.CODE, WIDEST, MOST_LINES),
                        "NAT changed the packet: " + rewrite.change(),
                        Mood.PASSED))
                .toList();
    }
}
