package dev.netjig.picture;

import dev.netjig.picture.Line.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Draws the way of a packet. The request is a thick line with full arrowheads, the answer a dashed one with hollow
 * arrowheads; the start is a disc, a death a cross, an arrival a tick: nobody needs to see the colours.
 */
final class SvgJourney {

    private static final double HEAD = 5;
    private static final double SHORTEST_WITH_HEAD = 22;

    /** Where on its part of the line the answer's arrowhead is, counted from its start: clear of the request's. */
    private static final double OFF_MIDDLE = 0.65;

    private static final double MIDDLE = 0.5;

    /** Between the middles of request and answer on one wire. */
    private static final double APART = 8;

    private final Markup svg;
    private final Scene scene;
    private final Journey journey;

    SvgJourney(Markup svg, Scene scene, Journey journey) {
        this.svg = svg;
        this.scene = scene;
        this.journey = journey;
    }

    void lines() {
        svg.open("", "");
        runs(false).forEach(line -> svg.line("q", line));
        List<Line> back = runs(true);
        back.forEach(line -> svg.line("a", line));
        runs(false).forEach(line -> head(line, "hd", false));
        back.forEach(line -> head(line, "ha", true));
        svg.close();
    }

    void marks() {
        svg.open("", "");
        List<Line> request = runs(false);
        request.stream().findFirst().map(Line::first).ifPresent(this::start);
        Optional<Point> last = last(request);
        if (journey.death().isPresent()) {
            boolean onTheWayBack = journey.death().get().at().equals(lastVertex(true));
            cross((onTheWayBack ? last(runs(true)) : last).orElseGet(this::besideTheWay));
        } else {
            last.ifPresent(this::tick);
        }
        svg.close();
    }

    /** Where the mark stands if the packet was seen nowhere. */
    private Point besideTheWay() {
        Vertex at = journey.death().orElseThrow().at();
        if (at instanceof Vertex.Spot spot) {
            Box box = Objects.requireNonNull(scene.devices().get(spot));
            return new Point(box.right(), box.y());
        }
        Box box = Objects.requireNonNull(scene.stacks().get(at.netns()));
        return new Point(box.x() + box.width() / 2, box.y());
    }

    private Vertex lastVertex(boolean answer) {
        return journey.steps().stream()
                .filter(step -> step.answer() == answer)
                .reduce((earlier, later) -> later)
                .map(Step::to)
                .orElse(new Vertex.Stack(""));
    }

    private static Optional<Point> last(List<Line> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).last());
    }

    /** Steps that follow each other without a box between them are one line. */
    private List<Line> runs(boolean answer) {
        List<Line> runs = new ArrayList<>();
        List<Boolean> shared = new ArrayList<>();
        Optional<Step> before = Optional.empty();
        for (Step step : journey.steps()) {
            if (step.answer() != answer) {
                continue;
            }
            Line line = Objects.requireNonNull(scene.wires().get(step.wire()));
            Line directed = step.forward() ? line : line.reversed();
            boolean besideRequest =
                    answer && journey.along(step.wire()).stream().anyMatch(other -> !other.answer());
            int last = runs.size() - 1;
            if (before.filter(earlier -> isJoined(earlier, step)).isPresent()) {
                runs.set(last, runs.get(last).then(directed));
                shared.set(last, shared.get(last) || besideRequest);
            } else {
                runs.add(directed);
                shared.add(besideRequest);
            }
            before = Optional.of(step);
        }
        List<Line> drawn = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Line simple = runs.get(i).simplified();
            drawn.add(shared.get(i) ? Beside.shifted(simple, APART) : simple);
        }
        return drawn;
    }

    /** Inside a bridge the way goes on, at a port's box it does not. */
    private static boolean isJoined(Step earlier, Step later) {
        if (!earlier.to().equals(later.from())) {
            return false;
        }
        boolean intoHub = earlier.wire().kind() == Wire.Kind.FABRIC && earlier.forward();
        boolean outOfHub = later.wire().kind() == Wire.Kind.FABRIC && !later.forward();
        return intoHub || outOfHub;
    }

    private void head(Line line, String css, boolean hollow) {
        Point from = line.first();
        Optional<Point[]> longest = Optional.empty();
        double best = SHORTEST_WITH_HEAD;
        for (Point to : line.points()) {
            double length = Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
            if (length >= best) {
                best = length;
                longest = Optional.of(new Point[] {from, to});
            }
            from = to;
        }
        longest.ifPresent(part -> arrow(part[0], part[1], css, hollow));
    }

    /** In the middle of a part, so that it is clear of boxes and marks. */
    private void arrow(Point from, Point to, String css, boolean hollow) {
        double dx = Math.signum(to.x() - from.x());
        double dy = Math.signum(to.y() - from.y());
        double share = hollow ? OFF_MIDDLE : MIDDLE;
        double x = from.x() + (to.x() - from.x()) * share;
        double y = from.y() + (to.y() - from.y()) * share;
        double tipX = x + dx * HEAD;
        double tipY = y + dy * HEAD;
        double backX = x - dx * HEAD;
        double backY = y - dy * HEAD;
        svg.path(
                css,
                "M" + point(tipX, tipY) + "L" + point(backX + dy * HEAD, backY + dx * HEAD) + "L"
                        + point(backX - dy * HEAD, backY - dx * HEAD) + "Z");
    }

    private static String point(double x, double y) {
        return Markup.number(x) + " " + Markup.number(y);
    }

    private void start(Point at) {
        svg.circle("ok", at.x(), at.y(), 5);
    }

    private void cross(Point at) {
        svg.circle("xc", at.x(), at.y(), 9);
        svg.path("xm", crossed(at));
    }

    private void tick(Point at) {
        svg.circle("ok", at.x(), at.y(), 9);
        svg.path("xm", ticked(at));
    }

    /** A cross around a point. */
    static String crossed(Point at) {
        return "M" + point(at.x() - 3.5, at.y() - 3.5) + "l7 7m0 -7l-7 7";
    }

    /** A tick around a point. */
    static String ticked(Point at) {
        return "M" + point(at.x() - 4, at.y()) + "l3 3.5l5 -6.5";
    }
}
