package dev.netjig.diagnosis;

import dev.netjig.testbed.NetworkNamespace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The protocol counters of a namespace, {@code /proc/net/snmp}, {@code netstat} and {@code snmp6}, under the names that
 * {@code nstat} prints: {@code IpInAddrErrors}, {@code TcpExtIPReversePathFilter}, {@code Ip6InNoRoutes}.
 */
record SnmpCounters(Map<String, Long> values) {

    static SnmpCounters of(NetworkNamespace netns) {
        return netns.open(() -> {
            Map<String, Long> values = new HashMap<>(parse(netns.procNet("snmp"), netns.procNet("netstat")).values);
            values.putAll(parseColumn(netns.procNet("snmp6")));
            return new SnmpCounters(Map.copyOf(values));
        });
    }

    static SnmpCounters parse(String... files) {
        Map<String, Long> values = new HashMap<>();
        List.of(files).forEach(file -> read(file, values));
        return new SnmpCounters(Map.copyOf(values));
    }

    /** Lines of a name and a value. */
    static Map<String, Long> parseColumn(String file) {
        Map<String, Long> values = new HashMap<>();
        file.lines().map(line -> line.strip().split("\\s+")).forEach(pair -> {
            if (pair.length == 2) {
                values.put(pair[0], Long.parseLong(pair[1]));
            }
        });
        return values;
    }

    /** How much {@code counter} has grown since {@code before}. */
    long since(SnmpCounters before, String counter) {
        return values.getOrDefault(counter, 0L) - before.values.getOrDefault(counter, 0L);
    }

    /** Pairs of lines: the first names the columns, the second has their values. */
    private static void read(String text, Map<String, Long> values) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] names = lines.get(i).split("\\s+");
            String[] numbers = lines.get(i + 1).split("\\s+");
            String prefix = names[0].substring(0, names[0].length() - 1);
            for (int column = 1; column < Math.min(names.length, numbers.length); column++) {
                values.put(prefix + names[column], Long.parseLong(numbers[column]));
            }
        }
    }
}
