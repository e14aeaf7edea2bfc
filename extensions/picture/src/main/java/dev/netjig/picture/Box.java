package dev.netjig.picture;

/** A rectangle, in pixels from the picture's upper left corner. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return y + height / 2;
    }

    Box movedBy(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }
}
