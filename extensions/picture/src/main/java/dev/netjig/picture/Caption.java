package dev.netjig.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands over a picture, what became of the packet, and under it, what the lines mean. */
record Caption(List<String> headline, List<String> cause, boolean died, List<Caption.Key> keys, double width) {

    private static final double NARROWEST = 440;
    private static final double AFTER_HEAD = 16;
    private static final double FOOT = 34;
    private static final double SAMPLE = 34;
    private static final double KEY_GAP = 22;
    private static final int MOST_LINES = 4;

    /** A sample of a line, and what it means. */
    record Key(String css, String meaning) {}

    static Caption of(Graph graph, Optional<Journey> journey, double sceneWidth) {
        if (journey.isEmpty()) {
            return new Caption(List.of(), List.of(), false, List.of(), 0);
        }
        Journey way = journey.get();
        double width = Math.max(NARROWEST, sceneWidth);
        List<String> headline = Lines.wrap(way.title(), Face.HEADLINE, width, MOST_LINES);
        List<String> cause = way.death()
                .map(death -> Lines.wrap(
                        "Died in " + death.at().netns() + ": " + death.words(), Face.PROSE, width, MOST_LINES))
                .orElseGet(() -> List.of("It arrived, and was answered."));
        List<Key> keys = new ArrayList<>();
        if (way.steps().stream().anyMatch(step -> !step.answer())) {
            keys.add(new Key("q", "request"));
        }
        if (way.steps().stream().anyMatch(Step::answer)) {
            keys.add(new Key("a", "what came back"));
        }
        if (way.death().isPresent()) {
            keys.add(new Key("x", "where it died"));
        } else {
            keys.add(new Key("ok", "where it arrived"));
        }
        return new Caption(headline, cause, way.death().isPresent(), keys, width);
    }

    double headHeight() {
        return headline.isEmpty()
                ? 0
                : headline.size() * Face.HEADLINE.line() + cause.size() * Face.PROSE.line() + AFTER_HEAD;
    }

    double footHeight() {
        return keys.isEmpty() ? 0 : FOOT;
    }

    void drawHead(Markup svg, double x, double top) {
        double baseline = top - 5;
        for (String line : headline) {
            baseline += Face.HEADLINE.line();
            svg.text(Face.HEADLINE, x, baseline, line);
        }
        for (String line : cause) {
            baseline += Face.PROSE.line();
            svg.text(Face.PROSE, died ? "x" : "", x, baseline + 2, line);
        }
    }

    void drawFoot(Markup svg, double left, double top) {
        double x = left;
        double middle = top + FOOT - 8;
        for (Key key : keys) {
            double sample = SAMPLE;
            switch (key.css()) {
                case "x" -> {
                    sample = 18;
                    svg.circle("xc", x + 9, middle, 9);
                    svg.path("xm", SvgJourney.crossed(new Line.Point(x + 9, middle)));
                }
                case "ok" -> {
                    sample = 18;
                    svg.circle("ok", x + 9, middle, 9);
                    svg.path("xm", SvgJourney.ticked(new Line.Point(x + 9, middle)));
                }
                default -> svg.line(key.css(), Line.of(new Line.Point(x, middle), new Line.Point(x + sample, middle)));
            }
            svg.text(Face.PROSE, x + sample + 8, middle + 4, key.meaning());
            x += sample + 8 + Face.PROSE.width(key.meaning()) + KEY_GAP;
        }
    }
}
