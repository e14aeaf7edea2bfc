package dev.netjig.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** An examination for scripts. */
final class JsonReport {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonReport() {}

    static String of(Examination examination) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("machine");
            for (Map.Entry<String, String> fact : examination.machine().entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
            json.writeBooleanField("fit", examination.isFit(false));
            json.writeBooleanField("fitForAll", examination.isFit(true));
            json.writeArrayFieldStart("findings");
            for (Finding finding : examination.findings()) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", finding.name());
        json.writeStringField("area", finding.area().title());
        json.writeStringField("state", finding.state().toString());
        json.writeStringField("found", finding.found());
        json.writeStringField("why", finding.why());
        if (finding.remedy().isPresent()) {
            json.writeStringField("remedy", finding.remedy().get());
        }
        json.writeEndObject();
    }
}
