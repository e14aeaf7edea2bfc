package dev.netjig.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExhibitsTests {

    private final Case test = CaseFile.of(Testbed.of(Topology.builder().build()))
            .close("ExhibitsTests#a_test", Verdict.PASSED, Optional.empty(), Detail.SUMMARY);

    @Test
    void each_provider_is_asked_in_its_turn() {
        List<Exhibit> exhibits = Exhibits.of(
                test,
                List.of(
                        asked -> List.of(Exhibit.text("one.txt", () -> "1"), Exhibit.text("two.txt", () -> "2")),
                        asked -> List.of(Exhibit.text("three.txt", () -> "3"))));

        assertThat(exhibits).extracting(Exhibit::fileName).containsExactly("one.txt", "two.txt", "three.txt");
    }

    @Test
    void a_provider_that_fails_is_told_of_and_hides_none_of_the_others() throws IOException {
        ExhibitProvider broken = asked -> {
            throw new IllegalStateException("no ink");
        };

        List<Exhibit> exhibits =
                Exhibits.of(test, List.of(broken, asked -> List.of(Exhibit.text("fine.txt", () -> ""))));

        assertThat(exhibits).extracting(Exhibit::fileName).containsExactly("fine.txt", "evidence-problems.txt");
        assertThat(exhibits.get(1).bytes()).asString().contains("ExhibitsTests", "IllegalStateException: no ink");
    }
}
