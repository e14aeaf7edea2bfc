package dev.netjig.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether Mermaid and Graphviz read such text was tried by hand; here is what they were given. */
class TextGraphTests {

    private static final TopologyPicture DROPPED =
            TopologyPicture.of(Networks.forwardDrop().build()).withJourney(Journeys.forwardDrop());

    @Test
    void mermaid_has_groups_thick_arrows_and_the_place_of_death() {
        assertThat(DROPPED.toMermaid()).isEqualTo("""
                ---
                title: "red → 192.168.0.3: no reply within 1000 ms"
                ---
                flowchart LR
                  subgraph n0["node"]
                    d0["br0<br/>192.168.0.1/24"]
                    d1["veth1-r"]
                    d2["veth1-b"]
                    s3["✕ the policy of chain ip netjig FORWARD dropped it<br/>Filter: FORWARD policy DROP"]
                  end
                  subgraph n1["red"]
                    d4["veth2-r<br/>192.168.0.2/24"]
                  end
                  subgraph n2["blue"]
                    d5["veth2-b<br/>192.168.0.3/24"]
                  end
                  d4 ==> d1
                  d2 --- d5
                  d0 ==> s3
                  d1 ==> d0
                  d2 --- d0
                  classDef deadly stroke:#b3141d,stroke-width:3px,stroke-dasharray:4 2
                  class s3 deadly
                """);
    }

    @Test
    void dot_has_clusters_and_directions() {
        assertThat(DROPPED.toDot())
                .startsWith("digraph netjig {\n")
                .contains(
                        "  subgraph cluster_n1 {\n    label=\"red\"\n    d4 [label=\"veth2-r\\n192.168.0.2/24\"]\n  }\n")
                .contains("  d4 -> d1 [dir=forward, penwidth=3, color=\"#0550ae\"]\n")
                .contains("  d2 -> d5\n")
                .endsWith("}\n");
    }

    @Test
    void both_escape_quotes() {
        TopologyPicture mesh = TopologyPicture.of(Networks.mesh().build());

        assertThat(mesh.toMermaid()).contains("[\"br-#lt;&#quot;한국#gt;\"]");
        assertThat(mesh.toDot()).contains("[label=\"br-<&\\\"한국>\"]");
    }
}
