package dev.netjig.suites.support;

import dev.netjig.testbed.NetworkNamespace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the protocols of a namespace have counted since a moment, under the names that {@code nstat} prints. */
public final class Counted {

    private final NetworkNamespace netns;
    private final Map<String, Long> before;

    private Counted(NetworkNamespace netns) {
        this.netns = netns;
        this.before = read(netns);
    }

    /** Begins to count now. */
    public static Counted in(NetworkNamespace netns) {
        return new Counted(netns);
    }

    /** How much {@code counter} has grown, for example {@code IpOutNoRoutes}. */
    public long by(String counter) {
        Long was = before.get(counter);
        Long is = read(netns).get(counter);
        if (was == null || is == null) {
            throw new IllegalArgumentException("the kernel has no counter " + counter + "; it has " + before.keySet());
        }
        return is - was;
    }

    private static Map<String, Long> read(NetworkNamespace netns) {
        Map<String, Long> values = new HashMap<>();
        for (String file : List.of("snmp", "netstat")) {
            List<String[]> lines =
                    netns.procNet(file).lines().map(line -> line.split("\\s+")).toList();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                add(lines.get(i), lines.get(i + 1), values);
            }
        }
        return values;
    }

    /** A line of names and a line of numbers, both after their protocol: {@code Ip: Forwarding DefaultTTL …}. */
    private static void add(String[] names, String[] numbers, Map<String, Long> values) {
        String protocol = names[0].replace(":", "");
        List<String> columns = Arrays.asList(names);
        columns.stream()
                .skip(1)
                .forEach(name -> values.put(protocol + name, Long.parseLong(numbers[columns.indexOf(name)])));
    }
}
