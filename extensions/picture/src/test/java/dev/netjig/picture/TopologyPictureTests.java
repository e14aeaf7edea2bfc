package dev.netjig.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Cause;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TopologyPictureTests {

    private static final TopologyPicture DROPPED =
            TopologyPicture.of(Networks.forwardDrop().build()).withJourney(Journeys.forwardDrop());

    private static final TopologyPicture MASQUERADED =
            TopologyPicture.of(Networks.behindMasquerade().build()).withJourney(Journeys.masqueraded());

    @Test
    void names_namespaces_devices_and_addresses() {
        assertThat(Drawing.of(DROPPED.toSvg()).words())
                .contains("node", "red", "blue", "br0", "veth1-r", "veth2-r", "192.168.0.2/24", "FORWARD policy DROP");
    }

    @Test
    void leads_the_packet_to_the_cross_beside_the_culprit() {
        Drawing drawing = Drawing.of(DROPPED.toSvg(Theme.LIGHT));

        assertThat(drawing.lines("q")).isNotEmpty();
        assertThat(drawing.lines("a")).isEmpty();
        // One where it died, one among the keys.
        assertThat(drawing.ofClass("xc")).hasSize(2);
        assertThat(drawing.words()).contains("Died", "Died in node: the policy of chain ip netjig FORWARD dropped it");
        assertThat(drawing.titles())
                .contains("Remedy: ip netns exec node nft 'chain ip netjig FORWARD { policy accept; }'");
    }

    @Test
    void shows_what_nat_changed_and_the_answer() {
        Drawing drawing = Drawing.of(MASQUERADED.toSvg());

        assertThat(drawing.words())
                .contains("NAT", "masquerade 192.168.0.0/24 out not by br0", "source 192.168.0.2 → 10.0.0.2");
        assertThat(drawing.lines("q")).hasSameSizeAs(drawing.lines("a"));
        assertThat(drawing.ofClass("xc")).isEmpty();
    }

    @Test
    void marks_a_device_that_nothing_reached() {
        TopologyPicture down = TopologyPicture.of(Networks.twoOnABridge().build())
                .withJourney(Journeys.begin().died("red", "192.168.0.3", new Cause.LinkDown("blue", "veth2-b")));

        Drawing drawing = Drawing.of(down.toSvg());

        assertThat(drawing.ofClass("xd")).hasSize(1);
        assertThat(drawing.ofClass("xc")).hasSize(2);
        assertThat(drawing.lines("q")).isEmpty();
    }

    @Test
    void draws_with_broken_lines_what_nobody_declared() {
        TopologyPicture picture = TopologyPicture.of(Networks.twoOnABridge().build())
                .withJourney(Journeys.begin()
                        .request("tx web/eth0", "172.17.0.2", Journeys.WORLD)
                        .request("rx node/docker0", "172.17.0.2", Journeys.WORLD)
                        .arrived("web", Journeys.WORLD));

        Drawing drawing = Drawing.of(picture.toSvg());

        assertThat(drawing.words()).contains("web", "eth0", "docker0");
        assertThat(drawing.ofClass("un")).hasSize(3);
        assertThat(drawing.lines("q")).isNotEmpty();
    }

    @Test
    void is_accessible_and_self_contained() {
        String svg = DROPPED.toSvg();
        Drawing drawing = Drawing.of(svg);

        assertThat(drawing.root().getAttribute("role")).isEqualTo("img");
        assertThat(drawing.elements("title").get(0).getTextContent())
                .isEqualTo("red → 192.168.0.3: no reply within 1000 ms");
        assertThat(drawing.elements("desc").get(0).getTextContent())
                .contains("tx red/veth2-r", "Namespace red: red/veth2-r, 192.168.0.2/24");
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "href", "url(", "@import");
    }

    @Test
    void is_dark_where_the_system_is() {
        assertThat(DROPPED.toSvg()).contains("@media (prefers-color-scheme:dark)");
        assertThat(DROPPED.toSvg(Theme.LIGHT)).doesNotContain("@media", "#0d1117");
        assertThat(DROPPED.toSvg(Theme.DARK)).doesNotContain("@media").contains(".bg{fill:#0d1117}");
    }

    @Test
    void is_small() {
        assertThat(DROPPED.toSvg().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(15_000);
        assertThat(TopologyPicture.of(Networks.star(28).build()).toSvg().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(50_000);
    }

    @Test
    void is_the_same_each_time() {
        assertThat(MASQUERADED.toSvg()).isEqualTo(MASQUERADED.toSvg());
    }

    @Test
    void escapes_what_xml_would_read() {
        Drawing drawing = Drawing.of(TopologyPicture.of(Networks.mesh().build()).toSvg());

        assertThat(drawing.words()).contains("br-<&\"한국>");
    }

    @Test
    void becomes_png() {
        assertThat(DROPPED.toPng(Theme.LIGHT)).startsWith(0x89, 'P', 'N', 'G');
    }
}
