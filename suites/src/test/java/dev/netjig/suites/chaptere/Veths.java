package dev.netjig.suites.chaptere;

import dev.netjig.testbed.NetworkNamespace;
import java.util.List;

/** The veths that the document's {@code ip addr show} lists. */
final class Veths {

    private Veths() {}

    /** The first line of each. */
    static List<String> shownAt(NetworkNamespace node) {
        return node.exec("ip", "addr", "show")
                .orThrow()
                .stdout()
                .lines()
                .filter(line -> line.matches("\\d+: veth.*"))
                .toList();
    }
}
