package dev.netjig.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A line of horizontal and vertical parts. */
record Line(List<Point> points) {

    record Point(double x, double y) {
        Point movedBy(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }
    }

    private static final double SAME = 0.01;

    Line {
        points = List.copyOf(points);
    }

    static Line of(Point... points) {
        return new Line(List.of(points));
    }

    Point first() {
        return points.get(0);
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    Line reversed() {
        List<Point> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return new Line(reversed);
    }

    Line movedBy(double dx, double dy) {
        return new Line(points.stream().map(point -> point.movedBy(dx, dy)).toList());
    }

    Line then(Line next) {
        List<Point> all = new ArrayList<>(points);
        all.addAll(next.points);
        return new Line(all);
    }

    /** Without points on the way, and without going somewhere and straight back. */
    Line simplified() {
        List<Point> simple = new ArrayList<>();
        for (Point point : points) {
            simple.add(point);
            while (simple.size() > 1 && isNeedless(simple)) {
                simple.remove(simple.size() - 2);
            }
        }
        return new Line(simple);
    }

    private static boolean isNeedless(List<Point> points) {
        Point last = points.get(points.size() - 1);
        Point middle = points.get(points.size() - 2);
        if (near(last.x, middle.x) && near(last.y, middle.y)) {
            return true;
        }
        if (points.size() < 3) {
            return false;
        }
        Point first = points.get(points.size() - 3);
        return (near(first.x, middle.x) && near(middle.x, last.x))
                || (near(first.y, middle.y) && near(middle.y, last.y));
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) < SAME;
    }
}
