package dev.netjig.picture;

import dev.netjig.picture.Line.Point;
import dev.netjig.picture.Vertex.Spot;
import dev.netjig.picture.Vertex.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The inside of a namespace, counted from its upper left corner. Devices stand at the side that their cables leave by:
 * bridges with their ports on top, the other devices under them, and the stack at the bottom. Two lanes between the sides
 * lead to the stack, one from the bridges and the left, one from the right.
 */
final class RoomPlan {

    static final double HEAD = 36;
    static final double SIDE = 14;

    private static final double BETWEEN = 10;
    private static final double BETWEEN_PORTS = 8;
    private static final double BESIDE_LANE = 18;
    private static final double BETWEEN_LANES = 26;
    private static final double ABOVE_STACK = 26;
    private static final double FOOT = 12;

    private final Room room;
    private final StackCard card;
    private final Sides sides;
    private final Map<Spot, Box> devices = new LinkedHashMap<>();
    private final Map<Wire, Line> wires = new LinkedHashMap<>();
    private final List<Device> bridges;
    private final List<Device> others;
    private final double left;
    private final double right;
    private final double inner;
    private double bottom = HEAD;
    private Optional<Box> stack = Optional.empty();

    RoomPlan(Room room, StackCard card, Sides sides) {
        this.room = room;
        this.card = card;
        this.sides = sides;
        this.bridges = room.own().stream().filter(Device::isBridge).toList();
        this.others = room.own().stream().filter(device -> !device.isBridge()).toList();
        this.left = isSingle() ? 0 : widest(false);
        this.right = isSingle() ? 0 : widest(true);
        this.inner = innerWidth();
        if (isSingle()) {
            single(others.get(0));
        } else {
            bridges.forEach(this::bridge);
            others();
            stack();
        }
    }

    double width() {
        return inner + 2 * SIDE;
    }

    double height() {
        return bottom + (bottom == HEAD ? 0 : SIDE);
    }

    Map<Spot, Box> devices() {
        return devices;
    }

    Optional<Box> stackBox() {
        return stack;
    }

    /** Those that do not leave the namespace. */
    Map<Wire, Line> wires() {
        return wires;
    }

    /** Where the cable of a device leaves the namespace, and from there to the device. */
    Line threshold(Spot spot) {
        Box box = Objects.requireNonNull(devices.get(spot));
        return sides.isRight(spot)
                ? Line.of(new Point(width(), box.middle()), new Point(box.right(), box.middle()))
                : Line.of(new Point(0, box.middle()), new Point(box.x(), box.middle()));
    }

    /** A host with one device: it stands over the stack, as wide as the namespace. */
    private boolean isSingle() {
        return bridges.isEmpty() && others.size() == 1;
    }

    private double innerWidth() {
        double width = Face.TITLE.width(room.name());
        if (room.showsStack() && !card.isBar()) {
            width = Math.max(width, card.width());
        }
        for (Device bridge : bridges) {
            width = Math.max(width, new DeviceCard(bridge).width());
        }
        double columns = isSingle()
                ? new DeviceCard(others.get(0)).width()
                : room.own().isEmpty() ? 0 : left + 2 * BESIDE_LANE + BETWEEN_LANES + right;
        return Math.ceil(Math.max(width, columns));
    }

    private double widest(boolean atRight) {
        return room.devices().stream()
                .filter(device -> !device.isBridge() && sides.isRight(device.spot()) == atRight)
                .mapToDouble(device -> new DeviceCard(device).width())
                .max()
                .orElse(0);
    }

    private double laneIn() {
        boolean onlyRight = left == 0 && bridges.isEmpty();
        return onlyRight ? SIDE + inner - right - BESIDE_LANE - BETWEEN_LANES : SIDE + left + BESIDE_LANE;
    }

    private double laneOut() {
        return laneIn() + BETWEEN_LANES;
    }

    private void single(Device device) {
        Box box = new Box(SIDE, HEAD, inner, new DeviceCard(device).height());
        devices.put(device.spot(), box);
        bottom = box.bottom();
        if (room.showsStack()) {
            stack = Optional.of(new Box(SIDE, bottom + ABOVE_STACK, inner, card.height()));
            double lane = SIDE + inner / 2;
            uplink(device, new Point(lane, bottom), new Point(lane, bottom + ABOVE_STACK));
            bottom = stack.get().bottom();
        }
    }

    private void bridge(Device bridge) {
        double top = bottom + (bottom == HEAD ? 0 : BETWEEN);
        double start = top + new DeviceCard(bridge).height();
        double end = Math.max(
                column(room.portsOf(bridge), false, start, BETWEEN_PORTS),
                column(room.portsOf(bridge), true, start, BETWEEN_PORTS));
        Box box = new Box(SIDE, top, inner, Math.max(start, end) + FOOT - top);
        devices.put(bridge.spot(), box);
        bottom = box.bottom();
        for (Device port : room.portsOf(bridge)) {
            Box chip = Objects.requireNonNull(devices.get(port.spot()));
            double from = sides.isRight(port.spot()) ? chip.x() : chip.right();
            wires.put(
                    new Wire(Wire.Kind.FABRIC, port.spot(), bridge.spot()),
                    Line.of(new Point(from, chip.middle()), new Point(laneIn(), chip.middle()), hub(bridge)));
        }
    }

    private static double edge(Box box) {
        return box.bottom() - FOOT / 2;
    }

    /** Where the ways of its ports meet: at its lower edge, if they lead on to the stack. */
    private Point hub(Device bridge) {
        Box box = Objects.requireNonNull(devices.get(bridge.spot()));
        Optional<Device> port = room.portsOf(bridge).stream().findFirst();
        double y = room.showsStack() || port.isEmpty()
                ? edge(box)
                : Objects.requireNonNull(devices.get(port.get().spot())).middle();
        return new Point(laneIn(), y);
    }

    private void others() {
        if (others.isEmpty()) {
            return;
        }
        double top = bottom + (bottom == HEAD ? 0 : 2 * BETWEEN);
        bottom = Math.max(column(others, false, top, BETWEEN), column(others, true, top, BETWEEN));
    }

    /** Those at one side, under each other; tells where the last one ends. */
    private double column(List<Device> all, boolean atRight, double top, double between) {
        double y = top;
        for (Device device : all) {
            if (sides.isRight(device.spot()) == atRight) {
                double width = atRight ? right : left;
                double x = atRight ? SIDE + inner - width : SIDE;
                Box box = new Box(x, y, width, new DeviceCard(device).height());
                devices.put(device.spot(), box);
                y = box.bottom() + between;
            }
        }
        return y - (y == top ? 0 : between);
    }

    private void stack() {
        if (!room.showsStack()) {
            return;
        }
        double top = bottom + (room.own().isEmpty() ? 0 : ABOVE_STACK);
        double middle = (laneIn() + laneOut()) / 2;
        Box box = card.isBar()
                ? new Box(middle - card.width() / 2, top, card.width(), card.height())
                : new Box(SIDE, top, inner, card.height());
        stack = Optional.of(box);
        bottom = box.bottom();
        for (Device bridge : bridges) {
            Box from = Objects.requireNonNull(devices.get(bridge.spot()));
            List<Point> way = new ArrayList<>(List.of(hub(bridge)));
            if (!bridge.equals(bridges.get(bridges.size() - 1))) {
                way.addAll(around(from));
            }
            way.add(new Point(laneIn(), top));
            uplink(bridge, way.toArray(new Point[0]));
        }
        for (Device device : others) {
            Box chip = Objects.requireNonNull(devices.get(device.spot()));
            boolean atRight = sides.isRight(device.spot());
            double lane = isUppermostOfOneColumn(device) == atRight ? laneIn() : laneOut();
            uplink(
                    device,
                    new Point(atRight ? chip.x() : chip.right(), chip.middle()),
                    new Point(lane, chip.middle()),
                    new Point(lane, top));
        }
    }

    /** The first of several at one side takes the lane that the other side does not need. */
    private boolean isUppermostOfOneColumn(Device device) {
        return bridges.isEmpty() && (left == 0 || right == 0) && others.size() > 1 && device.equals(others.get(0));
    }

    /** Out of a bridge at its right, past those under it, and back to the lane. */
    private List<Point> around(Box bridge) {
        double outside = SIDE + inner + SIDE / 2;
        Box last = Objects.requireNonNull(
                devices.get(bridges.get(bridges.size() - 1).spot()));
        double under = last.bottom() + BETWEEN;
        return List.of(new Point(outside, edge(bridge)), new Point(outside, under), new Point(laneIn(), under));
    }

    private void uplink(Device device, Point... points) {
        wires.put(new Wire(Wire.Kind.UPLINK, device.spot(), new Stack(room.name())), Line.of(points));
    }
}
