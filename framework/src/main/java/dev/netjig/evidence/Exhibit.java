package dev.netjig.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A piece of evidence: one file. What it is made of was collected before; it is written later, on another thread, when
 * there may be no testbed any more.
 *
 * @param fileName without a directory, for example {@code capture.pcapng}; its ending tells its kind
 * @param mediaType for example {@code image/svg+xml}
 * @param content writes it
 */
public record Exhibit(String fileName, String mediaType, Content content) {

    /** What a file is filled with. */
    @FunctionalInterface
    public interface Content {
        /** Called once at most, on any thread. Does not close {@code out}. */
        void writeTo(OutputStream out) throws IOException;
    }

    public Exhibit {
        if (fileName.isEmpty() || fileName.contains("/") || fileName.contains("\\")) {
            throw new IllegalArgumentException(
                    "the file name of an exhibit must be a name without a directory, but it is \"" + fileName + "\"");
        }
    }

    /** Plain text in UTF-8. */
    public static Exhibit text(String fileName, Supplier<String> text) {
        return of(fileName, "text/plain;charset=UTF-8", text);
    }

    /** JSON. */
    public static Exhibit json(String fileName, Supplier<String> json) {
        return of(fileName, "application/json", json);
    }

    /** Any other kind of text, in UTF-8. */
    public static Exhibit of(String fileName, String mediaType, Supplier<String> text) {
        return new Exhibit(fileName, mediaType, out -> out.write(text.get().getBytes(StandardCharsets.UTF_8)));
    }

    /** What it writes. */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return bytes.toByteArray();
    }
}
