package dev.netjig.evidence;

import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files below {@code /proc/sys/net}, by their paths as in {@code net/ipv4/ip_forward}. */
final class SysctlTree {

    private static final Path ROOT = Path.of("/proc/sys");

    /** Bytes; the longest value, a list of reserved ports, is far shorter. */
    private static final int LONGEST = 4096;

    /** A device's own: {@code net/ipv4/conf/DEV/forwarding}. */
    private static final Pattern OF_DEVICE = Pattern.compile("(net/(?:ipv4|ipv6|mpls)/(?:conf|neigh)/)[^/]+(/[^/]+)");

    /** What differs from moment to moment, or is made up at random. */
    private static final Pattern MOMENTARY =
            Pattern.compile(".*/(nf_conntrack_count|stable_secret|tcp_fastopen_key|flush|dev_weight.*|.*_bytes_.*)");

    private SysctlTree() {}

    /** Those that can be read, one by one: some are for writing only. */
    static Map<String, String> of(NetworkNamespace netns) {
        return netns.open(() -> {
            Map<String, String> values = new TreeMap<>();
            for (Path file : files()) {
                String path = ROOT.relativize(file).toString();
                if (!MOMENTARY.matcher(path).matches()) {
                    read(file, path, values);
                }
            }
            return values;
        });
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("net"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list /proc/sys/net", e);
        }
    }

    /** In one read: after a short one the kernel says that a number's file has ended. */
    private static void read(Path file, String path, Map<String, String> values) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[LONGEST];
            int length = Math.max(0, in.read(bytes));
            values.put(path, new String(bytes, 0, length, StandardCharsets.ISO_8859_1).strip());
        } catch (IOException refused) {
            return; // for writing only, or not for us
        }
    }

    static String ofDefaultDevice(String path) {
        Matcher device = OF_DEVICE.matcher(path);
        return device.matches() ? device.group(1) + "default" + device.group(2) : path;
    }

    /** As {@code sysctl} takes it; there a dot in a device's name is a slash. */
    static String key(String path) {
        return path.replace('.', '\0').replace('/', '.').replace('\0', '/');
    }
}
