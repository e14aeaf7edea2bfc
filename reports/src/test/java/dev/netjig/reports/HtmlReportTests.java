package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTests {

    private static final Overview OVERVIEW = Overview.of(List.of(
            Results.passed("A1", "The node reaches red", "ttl 64"),
            Results.passed("B1", "FORWARD DROP stops red", "1", "node: the policy of chain FORWARD dropped it"),
            Results.failed("B2", "ACCEPT", "red <reaches> \"blue\"", "\nExpecting <x> & \"y\"\nbut: z")));

    private static final String PAGE = HtmlReport.render(OVERVIEW);

    @Test
    void verdicts_are_words_and_not_only_colours() {
        assertThat(PAGE)
                .contains("<span class=\"badge passed\">passed</span>")
                .contains("<span class=\"badge failed\">failed</span>");
    }

    @Test
    void a_proven_cause_stands_with_its_scenario() {
        assertThat(PAGE).contains("<span class=\"passed\">proven:</span> node: the policy of chain FORWARD dropped it");
    }

    @Test
    void text_of_tests_cannot_become_markup() {
        assertThat(PAGE)
                .contains("red &lt;reaches&gt; &quot;blue&quot;")
                .contains("<pre>Expecting &lt;x&gt; &amp; &quot;y&quot;\nbut: z</pre>");
    }

    @Test
    void nothing_comes_from_elsewhere() {
        assertThat(PAGE)
                .doesNotContain("src=")
                .doesNotContain("http")
                .doesNotContain("url(")
                .doesNotContain("<script");
    }

    @Test
    void tables_have_captions_and_headers() {
        assertThat(PAGE)
                .contains("<caption>Chapter B: two namespaces on a bridge ")
                .contains("<th scope=\"col\">Verdict</th>")
                .contains("<th scope=\"row\"><a href=\"#B1\">B1</a></th>");
    }

    @Test
    void elements_are_closed_in_order() throws Exception {
        String body = PAGE.substring(PAGE.indexOf("<main>"), PAGE.indexOf("</body>"));

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body.replace("<details open>", "<details>"))));

        assertThat(document.getElementsByTagName("tr").getLength()).isEqualTo(5);
    }
}
