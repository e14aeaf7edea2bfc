package dev.netjig.picture;

import dev.netjig.picture.Line.Point;
import java.util.ArrayList;
import java.util.List;

/** Moves a line of horizontal and vertical parts to its own right, so that another one has room beside it. */
final class Beside {

    private Beside() {}

    static Line shifted(Line line, double distance) {
        List<Point> points = line.points();
        List<Point> shifted = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point here = points.get(i);
            double x = here.x();
            double y = here.y();
            if (i > 0) {
                x += side(points.get(i - 1), here, true, distance);
                y += side(points.get(i - 1), here, false, distance);
            }
            if (i + 1 < points.size()) {
                x += i > 0 && isSameDirection(points, i) ? 0 : side(here, points.get(i + 1), true, distance);
                y += i > 0 && isSameDirection(points, i) ? 0 : side(here, points.get(i + 1), false, distance);
            }
            shifted.add(new Point(x, y));
        }
        return new Line(shifted);
    }

    private static boolean isSameDirection(List<Point> points, int i) {
        return (points.get(i - 1).x() == points.get(i).x())
                == (points.get(i).x() == points.get(i + 1).x());
    }

    private static double side(Point from, Point to, boolean horizontally, double distance) {
        return horizontally ? -Math.signum(to.y() - from.y()) * distance : Math.signum(to.x() - from.x()) * distance;
    }
}
