package dev.netjig.topology;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kernel setting of one namespace: {@code ip netns exec red sysctl -w net.ipv4.ip_forward=1}.
 *
 * @param netns the namespace
 * @param key dotted, below {@code net.}, as {@code sysctl -w} takes it; a dot inside a device's name is written as '/':
 *     {@code net.ipv4.conf.eth0/100.forwarding}
 * @param value what is written into the file
 */
public record SysctlSpec(String netns, String key, String value) implements Spec {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern OF_DEVICE = Pattern.compile("net\\.[^.]+\\.(conf|neigh)\\.([^.]+)\\..+");

    /** The file below /proc/sys: {@code net/ipv4/ip_forward}. */
    public String path() {
        return String.join("/", segments());
    }

    /** The directory and file names of {@link #path()}. */
    List<String> segments() {
        return Stream.of(DOT.split(key, -1))
                .map(segment -> segment.replace('/', '.'))
                .toList();
    }

    /** The device that the key is about, as in {@code net.ipv4.conf.br0.forwarding}; not {@code all} and {@code default}. */
    public Optional<String> device() {
        return Optional.of(OF_DEVICE.matcher(key))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(2).replace('/', '.'))
                .filter(device -> !device.equals("all") && !device.equals("default"));
    }

    /** For example {@code sysctl node net.ipv4.ip_forward=1}. */
    @Override
    public String toString() {
        return "sysctl " + netns + " " + key + "=" + value;
    }
}
