package dev.netjig.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.netjig.diagnosis.Cause;
import dev.netjig.picture.Drawing.Text;
import dev.netjig.topology.IpLiteral;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No text lies over another, over a wire, or out of its box; whatever the network. */
class LegibilityTests {

    static Stream<Arguments> pictures() {
        return Stream.of(
                arguments(
                        "two on a bridge",
                        TopologyPicture.of(Networks.twoOnABridge().build())),
                arguments(
                        "dropped",
                        TopologyPicture.of(Networks.forwardDrop().build()).withJourney(Journeys.forwardDrop())),
                arguments(
                        "masqueraded",
                        TopologyPicture.of(Networks.behindMasquerade().build()).withJourney(Journeys.masqueraded())),
                arguments("no way back", noWayBack()),
                arguments("not sent", notSent()),
                arguments("down", down()),
                arguments("10 routers", TopologyPicture.of(Networks.row(10).build())),
                arguments("30 routers", TopologyPicture.of(Networks.row(30).build())),
                arguments("30 hosts", TopologyPicture.of(Networks.star(28).build())),
                arguments("mesh", TopologyPicture.of(Networks.mesh().build())));
    }

    private static TopologyPicture noWayBack() {
        return TopologyPicture.of(Networks.behindMasquerade().build())
                .withJourney(Journeys.begin()
                        .request("tx red/veth2-r", Journeys.RED, Journeys.WORLD)
                        .request("rx internet/eth0", Journeys.RED, Journeys.WORLD)
                        .died("red", Journeys.WORLD, new Cause.NoWayBack("internet", IpLiteral.parse(Journeys.RED))));
    }

    private static TopologyPicture notSent() {
        return TopologyPicture.of(Networks.twoOnABridge().build())
                .withJourney(Journeys.begin()
                        .died(
                                "red",
                                Journeys.WORLD,
                                new Cause.NetworkUnreachable("red", IpLiteral.parse(Journeys.WORLD))));
    }

    private static TopologyPicture down() {
        return TopologyPicture.of(Networks.twoOnABridge().build())
                .withJourney(Journeys.begin().died("red", "192.168.0.3", new Cause.LinkDown("blue", "veth2-b")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void no_text_lies_over_another(String name, TopologyPicture picture) {
        List<Text> texts = Drawing.of(picture.toSvg()).texts();

        for (int i = 0; i < texts.size(); i++) {
            for (Text other : texts.subList(i + 1, texts.size())) {
                Text text = texts.get(i);
                assertThat(overlap(text.box(), other.box()))
                        .as(text + "\nlies over\n" + other)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void every_text_lies_inside_its_box(String name, TopologyPicture picture) {
        assertThat(Drawing.of(picture.toSvg()).texts())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(inside(text.box(), text.frame().orElseThrow()))
                        .as(text.toString())
                        .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void no_wire_crosses_a_text(String name, TopologyPicture picture) {
        Drawing drawing = Drawing.of(picture.toSvg());
        List<Line> lines = Stream.of("w", "q", "a")
                .flatMap(css -> drawing.lines(css).stream())
                .toList();

        for (Text text : drawing.texts()) {
            assertThat(lines).as(text.toString()).noneMatch(line -> crosses(line, text.box()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void everything_lies_on_the_canvas(String name, TopologyPicture picture) {
        Drawing drawing = Drawing.of(picture.toSvg());
        Box canvas = Drawing.box(drawing.ofClass("bg").get(0));

        assertThat(drawing.elements("rect"))
                .allSatisfy(
                        rect -> assertThat(inside(Drawing.box(rect), canvas)).isTrue());
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static boolean inside(Box inner, Box outer) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }

    private static boolean crosses(Line line, Box box) {
        for (int i = 1; i < line.points().size(); i++) {
            Line.Point from = line.points().get(i - 1);
            Line.Point to = line.points().get(i);
            Box part = new Box(
                    Math.min(from.x(), to.x()),
                    Math.min(from.y(), to.y()),
                    Math.abs(to.x() - from.x()),
                    Math.abs(to.y() - from.y()));
            if (overlap(part, box)) {
                return true;
            }
        }
        return false;
    }
}
