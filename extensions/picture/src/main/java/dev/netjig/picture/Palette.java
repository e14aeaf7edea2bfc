package dev.netjig.picture;

import java.util.List;

/**
 * The style sheet of a picture. Every pair of text and ground has a contrast of 4.5 or more.
 *
 * <p>Classes: {@code bg} the canvas, {@code rm} a namespace, {@code dv} a device, {@code br} a bridge, {@code st} a stack,
 * {@code un} anything undeclared, {@code w} a wire, {@code q} the request, {@code a} the answer, {@code x} the words on a death,
 * {@code k…} the ground of a sign, and those of {@link Face}.
 */
final class Palette {

    private static final String SANS = "system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif";
    private static final String MONO =
            "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono',monospace";

    private static final String SHAPES = """
            .h,.t,.g,.s{font-family:%s}
            .b,.c{font-family:%s}
            .h,.t,.s,.b{font-weight:700}
            .h{font-size:15px}.t{font-size:14px}.g,.b,.c{font-size:12px}.s{font-size:10px}
            .rm,.dv,.br,.st{stroke-width:1}
            .un{stroke-dasharray:4 3}
            .w,.q,.a{fill:none;stroke-linejoin:round}
            .w{stroke-width:1.5}.q{stroke-width:3.5}.a{stroke-width:2;stroke-dasharray:6 4}
            .xm{fill:none;stroke-width:2.2;stroke-linecap:round}
            """.formatted(SANS, MONO);

    private static final String COLOURS = """
            .bg{fill:$canvas}.rm{fill:$room;stroke:$line}
            .dv{fill:$canvas;stroke:$edge}.br{fill:$bridge;stroke:$edge}.st{fill:$canvas;stroke:$line}
            .w{stroke:$edge}.q,.a{stroke:$path}.hd{fill:$path}.ha{fill:$canvas;stroke:$path;stroke-width:1.5}
            .h,.t,.b,.g{fill:$text}.c{fill:$soft}
            .kf{fill:$filter}.kn{fill:$nat}.kr{fill:$route}.ks{fill:$sysctl}.kp{fill:$path}.kd{fill:$dead}
            .s{fill:$sign}.x{fill:$dead}.dz{fill:$deadly}.pz{fill:$passed}
            .xd{stroke:$dead}.xc{fill:$dead;stroke:$canvas;stroke-width:2}.ok{fill:$path;stroke:$canvas;stroke-width:2}.xm{stroke:$canvas}
            """;

    private static final List<String> LIGHT = List.of(
            "canvas", "#fff", "room", "#f6f8fa", "line", "#d0d7de", "edge", "#8c959f", "bridge", "#eaeef2", "text",
            "#1f2328", "soft", "#424a53", "path", "#0550ae", "dead", "#b3141d", "deadly", "#ffebe9", "passed",
            "#ddf4ff", "filter", "#7d4e00", "nat", "#6639ba", "route", "#116329", "sysctl", "#57606a", "sign", "#fff");

    private static final List<String> DARK = List.of(
            "canvas", "#0d1117", "room", "#161b22", "line", "#3d444d", "edge", "#7d8590", "bridge", "#21262d", "text",
            "#f0f6fc", "soft", "#c9d1d9", "path", "#58a6ff", "dead", "#ff7b72", "deadly", "#3c1618", "passed",
            "#12294a", "filter", "#e3b341", "nat", "#d2a8ff", "route", "#56d364", "sysctl", "#9aa4af", "sign",
            "#0d1117");

    private Palette() {}

    static String css(Theme theme) {
        return switch (theme) {
            case LIGHT -> compact(SHAPES + colours(LIGHT));
            case DARK -> compact(SHAPES + colours(DARK));
            case AUTO -> compact(SHAPES + colours(LIGHT) + "@media (prefers-color-scheme:dark){" + colours(DARK) + "}");
        };
    }

    private static String colours(List<String> palette) {
        String css = COLOURS;
        for (int i = 0; i < palette.size(); i += 2) {
            css = css.replaceAll("\\$" + palette.get(i) + "\\b", palette.get(i + 1));
        }
        return css;
    }

    private static String compact(String css) {
        return css.replace("\n", "");
    }
}
