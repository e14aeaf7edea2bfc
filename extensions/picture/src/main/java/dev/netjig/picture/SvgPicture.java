package dev.netjig.picture;

import dev.netjig.picture.Row.Mood;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a scene as SVG. */
final class SvgPicture {

    private static final double MARGIN = 20;
    private static final double ROUND = 6;

    private final Graph graph;
    private final Optional<Journey> journey;
    private final Scene scene;
    private final Theme theme;
    private final Caption caption;
    private final Markup svg = new Markup();

    private SvgPicture(Graph graph, Optional<Journey> journey, Theme theme) {
        this.graph = graph;
        this.journey = journey;
        this.scene = Layout.of(graph, journey);
        this.theme = theme;
        this.caption = Caption.of(graph, journey, scene.width());
    }

    static String draw(Graph graph, Optional<Journey> journey, Theme theme) {
        return new SvgPicture(graph, journey, theme).draw();
    }

    private String draw() {
        double width = Math.ceil(Math.max(scene.width(), caption.width()) + 2 * MARGIN);
        double head = MARGIN + caption.headHeight();
        double height = Math.ceil(head + scene.height() + caption.footHeight() + MARGIN);
        double left = MARGIN + Math.max(0, (caption.width() - scene.width()) / 2);
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + Markup.number(width) + "\" height=\""
                + Markup.number(height) + "\" viewBox=\"0 0 " + Markup.number(width) + " " + Markup.number(height)
                + "\" role=\"img\" aria-labelledby=\"nj-title nj-desc\">\n");
        svg.raw("<title id=\"nj-title\">" + Markup.escape(title()) + "</title>\n");
        svg.raw("<desc id=\"nj-desc\">" + Markup.escape(description()) + "</desc>\n");
        svg.raw("<style>" + Palette.css(theme) + "</style>\n");
        svg.box("bg", new Box(0, 0, width, height), 8);
        caption.drawHead(svg, MARGIN, MARGIN);
        svg.raw("<g transform=\"translate(" + Markup.number(left) + " " + Markup.number(head) + ")\">\n");
        graph.rooms().forEach(this::room);
        bridges();
        wires();
        journey.ifPresent(travelled -> new SvgJourney(svg, scene, travelled).lines());
        chips();
        scene.stacks().keySet().stream().sorted().forEach(this::stack);
        journey.ifPresent(travelled -> new SvgJourney(svg, scene, travelled).marks());
        svg.close();
        caption.drawFoot(svg, MARGIN, head + scene.height());
        return svg.raw("</svg>\n").toString();
    }

    private String title() {
        return journey.map(Journey::title)
                .orElseGet(() ->
                        "Network of " + graph.rooms().stream().map(Room::name).collect(Collectors.joining(", ")));
    }

    private String description() {
        String network = graph.rooms().stream().map(SvgPicture::describe).collect(Collectors.joining("\n"));
        return journey.map(travelled -> travelled.story() + "\n").orElse("") + network;
    }

    private static String describe(Room room) {
        return "Namespace " + room.name() + ": "
                + (room.devices().isEmpty()
                        ? "no devices"
                        : room.devices().stream().map(Device::describe).collect(Collectors.joining("; ")));
    }

    private void room(Room room) {
        Box box = Objects.requireNonNull(scene.rooms().get(room.name()));
        svg.open("", "");
        svg.box(room.declared() ? "rm" : "rm un", box, ROUND + 2);
        svg.text(Face.TITLE, box.x() + RoomPlan.SIDE, box.y() + 24, Lines.plain(room.name()));
        svg.close();
    }

    private void bridges() {
        devices().filter(Device::isBridge).forEach(bridge -> card(bridge, "br"));
    }

    private void chips() {
        devices().filter(device -> !device.isBridge()).forEach(device -> card(device, "dv"));
    }

    private Stream<Device> devices() {
        return graph.rooms().stream().flatMap(room -> room.devices().stream());
    }

    private void card(Device device, String css) {
        Box box = Objects.requireNonNull(scene.devices().get(device.spot()));
        DeviceCard card = new DeviceCard(device);
        String classes = css + (device.declared() ? "" : " un") + (isGrave(device) ? " xd" : "");
        svg.open("", device.describe());
        svg.box(classes, box, ROUND);
        double baseline = box.y() + DeviceCard.TOP + 12;
        svg.text(Face.NAME, box.x() + DeviceCard.SIDE, baseline, Lines.plain(device.name()));
        for (String line : card.lines()) {
            baseline += Face.CODE.line();
            svg.text(Face.CODE, box.x() + DeviceCard.SIDE, baseline, line);
        }
        svg.close();
    }

    private boolean isGrave(Device device) {
        return journey.flatMap(Journey::death)
                .filter(death -> death.at().equals(device.spot()))
                .isPresent();
    }

    private void wires() {
        for (Wire wire : graph.wires()) {
            boolean used = journey.filter(way -> !way.along(wire).isEmpty()).isPresent();
            if (!used) {
                boolean declared = graph.cables().stream()
                        .filter(cable ->
                                cable.from().equals(wire.from()) && cable.to().equals(wire.to()))
                        .allMatch(Cable::declared);
                svg.line(
                        declared ? "w" : "w un",
                        Objects.requireNonNull(scene.wires().get(wire)).simplified());
            }
        }
        svg.raw("\n");
    }

    private void stack(String netns) {
        Box box = Objects.requireNonNull(scene.stacks().get(netns));
        StackCard card = Objects.requireNonNull(scene.cards().get(netns));
        if (card.isBar()) {
            svg.open("", netns + " joins its devices");
            svg.box("st", box, box.height() / 2).close();
            return;
        }
        svg.open("", "");
        svg.box("st", box, ROUND);
        double y = box.y() + StackCard.PADDING;
        for (Row row : card.rows()) {
            row(row, new Box(box.x(), y, box.width(), row.height()), card.signWidth());
            y += row.height();
        }
        svg.close();
    }

    private void row(Row row, Box box, double signWidth) {
        svg.open("", row.title());
        if (row.mood() != Mood.CALM) {
            svg.box(
                    row.mood() == Mood.DEADLY ? "dz" : "pz",
                    new Box(box.x() + 1, box.y(), box.width() - 2, box.height()),
                    0);
        }
        double baseline = box.y() + 15;
        double signX = box.x() + StackCard.PADDING;
        svg.box(row.css(), new Box(signX, baseline - 11.5, signWidth, 15), 4);
        svg.text(Face.SIGN, signX + (signWidth - row.signWidth()) / 2, baseline - 0.5, row.sign());
        for (String line : row.lines()) {
            svg.text(
                    row.face(), row.face() == Face.PROSE ? "x" : "", signX + signWidth + StackCard.GAP, baseline, line);
            baseline += row.face().line();
        }
        svg.close();
    }
}
