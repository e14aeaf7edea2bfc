package dev.netjig.picture;

import java.util.ArrayList;
import java.util.List;

/** The box of a device: its name over its addresses. Of a bridge it is the head. */
record DeviceCard(Device device) {

    static final double SIDE = 10;
    static final double TOP = 6;

    private static final int MOST_LINES = 5;

    /** Under the name. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(device.addresses());
        if (lines.size() > MOST_LINES) {
            int rest = lines.size() - MOST_LINES + 1;
            lines = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
            lines.add("and " + rest + " more");
        }
        lines.addAll(device.notes());
        return lines;
    }

    double width() {
        double text = lines().stream().mapToDouble(Face.CODE::width).max().orElse(0);
        return Math.ceil(2 * SIDE + Math.max(Face.NAME.width(device.name()), text));
    }

    double height() {
        return 2 * TOP + Face.NAME.line() + lines().size() * Face.CODE.line();
    }
}
