package dev.netjig.kernel.netlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Bytes that were seen on a real kernel (x86, little-endian), in the directory golden of a package: hexadecimal with a comment per
 * attribute, and the command that made them at the top. An empty line ends a datagram.
 */
public final class Golden {

    private Golden() {}

    /** The datagrams in {@code name}.hex of the package of {@code tests}. */
    public static List<byte[]> datagrams(Class<?> tests, String name) {
        List<byte[]> datagrams = new ArrayList<>();
        for (String paragraph : read(directory(tests).resolve(name + ".hex")).split("\n\n")) {
            String digits = paragraph.replaceAll("#.*", "").replaceAll("\\s", "");
            if (!digits.isEmpty()) {
                datagrams.add(HexFormat.of().parseHex(digits));
            }
        }
        return datagrams;
    }

    /** The only datagram in {@code name}.hex. */
    public static byte[] datagram(Class<?> tests, String name) {
        List<byte[]> datagrams = datagrams(tests, name);
        if (datagrams.size() != 1) {
            throw new IllegalStateException(name + ".hex holds " + datagrams.size() + " datagrams");
        }
        return datagrams.get(0);
    }

    /** The messages of all datagrams in {@code name}.hex. */
    public static List<NetlinkMessage> messages(Class<?> tests, String name) {
        return datagrams(tests, name).stream()
                .flatMap(datagram -> NetlinkMessage.parseAll(datagram).stream())
                .toList();
    }

    /** The names of all files of the package of {@code tests}. */
    public static List<String> names(Class<?> tests) {
        try (Stream<Path> files = Files.list(directory(tests))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".hex"))
                    .map(file -> file.substring(0, file.length() - ".hex".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(Class<?> tests) {
        URL url = Objects.requireNonNull(tests.getResource("golden"), "directory golden");
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
