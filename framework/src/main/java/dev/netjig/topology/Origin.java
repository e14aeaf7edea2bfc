package dev.netjig.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * Who asked for something: the annotation or builder call, and where it stands. Errors, step listings and the comments
 * of firewall rules print it.
 *
 * @param declaration for example {@code @Bridge(name = "br0")} or {@code bridge("br0")}
 * @param where for example {@code class TwoNamespacesOnABridge} or {@code Topology.builder()}
 */
public record Origin(String declaration, String where) {

    /** NFTNL_UDATA_COMMENT_MAXLEN; iptables would take 255. */
    private static final int MAX_COMMENT_BYTES = 128;

    private static final int FEWEST_BYTES_OF_DECLARATION = 32;
    private static final String ELLIPSIS = "...";
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    /** What netjig does by itself, for example the implicit namespace {@code node}. */
    public static Origin implicit(String declaration) {
        return new Origin(declaration, "every topology");
    }

    /**
     * The comment that firewall rules carry in the kernel: {@code netjig: @Masquerade(source = 192.168.0.0/24) on class
     * X}, at most 128 bytes. A long declaration is shortened before the place is. Without double quotes and backslashes,
     * which nft could not read and {@code iptables -S} would escape.
     */
    public String comment() {
        String what = plain("netjig: " + declaration);
        String place = plain(" on " + where);
        int room = MAX_COMMENT_BYTES - bytes(place);
        if (bytes(what) > room && room >= FEWEST_BYTES_OF_DECLARATION) {
            what = cut(what, room - bytes(ELLIPSIS)) + ELLIPSIS;
        }
        return cut(what + place, MAX_COMMENT_BYTES);
    }

    private static String plain(String text) {
        return CONTROL_CHARACTERS
                .matcher(text)
                .replaceAll(" ")
                .replace("\"", "")
                .replace('\\', '/');
    }

    /** Never within a character. */
    private static String cut(String text, int most) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    /** For example {@code @Bridge(name = "br0") on class TwoNamespacesOnABridge}. */
    @Override
    public String toString() {
        return declaration + " on " + where;
    }
}
