package dev.netjig.topology.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.netjig.topology.Origin;

/** The comment that every rule carries: who asked for it. */
final class RuleComment {

    /** NFTNL_UDATA_COMMENT_MAXLEN; iptables would take 255. */
    private static final int MAX_BYTES = 128;

    private RuleComment() {}

    /** A text that needs no escapes between double quotes, for nft (which knows none) and for iptables-restore. */
    static String of(Origin origin) {
        return cut(("netjig: " + origin).replace('"', '\'').replace('\\', '/').replaceAll("\\p{Cntrl}+", " "));
    }

    private static String cut(String text) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            bytes += Character.toString(character).getBytes(UTF_8).length;
            if (bytes > MAX_BYTES) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.toString();
    }
}
