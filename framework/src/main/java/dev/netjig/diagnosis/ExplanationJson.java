package dev.netjig.diagnosis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.netjig.probe.Packet;
import dev.netjig.topology.IpLiteral;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An explanation as machines read it. Names and values are those of the text. */
final class ExplanationJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private ExplanationJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Explanation explanation) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new ExplanationJson(json).write(explanation);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.toString();
    }

    private void write(Explanation explanation) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", explanation.attempt().netns());
        json.writeStringField("to", explanation.attempt().to().toString());
        json.writeStringField("outcome", explanation.attempt().summary());
        json.writeStringField("confidence", lower(explanation.confidence()));
        json.writeNumberField("tier", explanation.tier());
        cause(explanation);
        json.writeArrayFieldStart("hops");
        for (Hop hop : explanation.hops()) {
            hop(hop);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : explanation.evidence()) {
            json.writeStartObject();
            json.writeStringField("witness", evidence.witness());
            json.writeStringField("saw", evidence.saw());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings("notLookedAt", explanation.notLookedAt());
        json.writeStringField("remedy", explanation.cause().remedy());
        json.writeEndObject();
    }

    private void cause(Explanation explanation) throws IOException {
        Cause cause = explanation.cause();
        Place place = explanation.place();
        json.writeObjectFieldStart("cause");
        json.writeStringField("kind", cause.getClass().getSimpleName());
        json.writeStringField("summary", cause.summary());
        json.writeStringField("netns", place.netns());
        optional("dev", place.dev());
        json.writeStringField("stage", place.stage());
        json.writeEndObject();
        Optional<Culprit> culprit = culprit(cause);
        if (culprit.isPresent()) {
            culprit(culprit.get());
        }
    }

    private void culprit(Culprit culprit) throws IOException {
        json.writeObjectFieldStart("culprit");
        json.writeStringField("hook", culprit.hook());
        if (culprit instanceof Culprit.Policy policy) {
            json.writeStringField("chain", policy.chain());
        }
        if (culprit instanceof Culprit.Rule rule) {
            json.writeStringField("chain", rule.chain());
            json.writeStringField("rule", rule.text());
            json.writeNumberField("number", rule.number());
            if (rule.handle().isPresent()) {
                json.writeNumberField("handle", rule.handle().getAsLong());
            }
        }
        optional("author", culprit.comment());
        json.writeEndObject();
    }

    private void hop(Hop hop) throws IOException {
        json.writeStartObject();
        json.writeStringField("netns", hop.seen().netns());
        json.writeStringField("dev", hop.seen().dev());
        json.writeStringField("direction", hop.seen().isOutgoing() ? "tx" : "rx");
        json.writeStringField("packet", hop.seen().packet().toString());
        if (hop.seen().packet() instanceof Packet.Ip ip) {
            json.writeStringField("source", IpLiteral.format(ip.source()));
            json.writeStringField("destination", IpLiteral.format(ip.destination()));
            json.writeNumberField("ttl", ip.ttl());
        }
        optional("rewritten", hop.rewritten());
        json.writeEndObject();
    }

    private void optional(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static Optional<Culprit> culprit(Cause cause) {
        if (cause instanceof Cause.Dropped dropped) {
            return Optional.of(dropped.culprit());
        }
        return cause instanceof Cause.Rejected rejected ? Optional.of(rejected.culprit()) : Optional.empty();
    }

    private static String lower(Confidence confidence) {
        return confidence.name().toLowerCase(Locale.ROOT);
    }
}
