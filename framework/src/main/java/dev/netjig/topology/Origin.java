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

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    /** What netjig does by itself, for example the implicit namespace {@code node}. */
    public static Origin implicit(String declaration) {
        return new Origin(declaration, "every topology");
    }

    /**
     * The comment that firewall rules carry in the kernel: {@code netjig: @Masquerade(source = 192.168.0.0/24) on class
     * X}, at most 128 bytes. Without double quotes and backslashes, which nft could not read and {@code iptables -S}
     * would escape.
     */
    public String comment() {
        String text = CONTROL_CHARACTERS.matcher("netjig: " + this).replaceAll(" ");
        return cut(text.replace("\"", "").replace('\\', '/'));
    }

    /** Never within a character. */
    private static String cut(String text) {
        int end = text.length();
        while (text.substring(0, end).getBytes(UTF_8).length > MAX_COMMENT_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    /** For example {@code @Bridge(name = "br0") on class TwoNamespacesOnABridge}. */
    @Override
    public String toString() {
        return declaration + " on " + where;
    }
}
