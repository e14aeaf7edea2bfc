package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTests {

    @Test
    void it_has_totals_chapters_scenarios_reasons_and_tests() throws IOException {
        Overview overview = Overview.of(
                List.of(Results.passed("B1", "FORWARD DROP", "1", "cause"), Results.failed("B2", "ACCEPT", "1", "m")));

        JsonNode root = new ObjectMapper().readTree(JsonReport.render(overview));

        assertThat(root.get("failed").asInt()).isEqualTo(1);
        JsonNode chapter = root.get("chapters").get(0);
        assertThat(chapter.get("title").asText()).isEqualTo("two namespaces on a bridge");
        JsonNode scenario = chapter.get("scenarios").get(0);
        assertThat(scenario.get("verdict").asText()).isEqualTo("PASSED");
        assertThat(scenario.get("reasons").get(0).get("text").asText()).isEqualTo("cause");
        assertThat(scenario.get("tests").get(0).get("test").asText()).isEqualTo("1");
    }
}
