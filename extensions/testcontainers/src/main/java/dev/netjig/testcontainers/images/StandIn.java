package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an image is made of where the real one cannot be had: busybox with its tools, a shell, the C library, and packages
 * of the machine's distribution. It has {@code apk} and {@code adduser} for what Dockerfiles use them for. It is what it is
 * called by name only; its label {@value #LABEL} tells.
 */
public final class StandIn {

    /** The label of every stand-in; its value are the packages that it is made of. */
    public static final String LABEL = "dev.netjig.stand-in";

    private static final List<String> SHELL = List.of("/bin/sh");

    private static final String ALL_BUT_THE_BASE = "(?!(busybox-static|dash|libc6)$).*";
    private static final String ONLY_FOR_SCRIPTS = "gcc-.*-base|libgcc-s1|debianutils|dpkg|tar";

    /** What nginx in a container does not need. */
    static final String NOT_FOR_NGINX =
            "debconf|iproute2|gcc-.*-base|lib(gcc|elf|bpf|md0|bsd|cap|db5|mnl|selinux|keyutils|tirpc|xtables).*";

    private final Recipe recipe;
    private final List<String> command;

    private StandIn(Recipe recipe, List<String> command) {
        this.recipe = recipe;
        this.command = List.copyOf(command);
    }

    /**
     * An image with {@code packages}, and what they depend on, besides busybox. Their scripts do not run.
     *
     * @param packages names as in {@code apt-get install}
     */
    public static StandIn of(String... packages) {
        boolean small = packages.length == 0;
        return new StandIn(
                new Recipe(withBase(packages), small ? ALL_BUT_THE_BASE : ONLY_FOR_SCRIPTS, small, base(), List.of()),
                SHELL);
    }

    /** This stand-in, which runs {@code words} unless told otherwise; a shell if not given. {@code CMD ["…"]}. */
    public StandIn command(String... words) {
        return new StandIn(recipe, List.of(words));
    }

    static StandIn nginx() {
        return new StandIn(
                new Recipe(withBase("nginx"), NOT_FOR_NGINX, false, base(), List.of()),
                List.of("nginx", "-g", "daemon off;"));
    }

    /** Node.js of a version that no distribution has any more; what its npm installs, netjig serves. */
    static StandIn node(String version, String npm) {
        List<Extra> extras = new ArrayList<>(base());
        extras.add(Extra.file("usr/local/bin/npm", 0755, resource("npm.sh")));
        String arch = "aarch64".equals(System.getProperty("os.arch")) ? "arm64" : "x64";
        return new StandIn(
                new Recipe(
                        withBase("libstdc++6", "libgcc-s1"),
                        "gcc-.*-base|debianutils|dpkg|tar",
                        false,
                        extras,
                        List.of(
                                new NpmPackage("node-linux-" + arch + "@" + version, "bin/node", "usr/local"),
                                new NpmPackage(
                                        "npm@" + npm,
                                        "(?!(docs|man|html|test)/).*",
                                        "usr/local/lib/node_modules/npm"))),
                List.of("node"));
    }

    private static List<String> withBase(String... packages) {
        List<String> all = new ArrayList<>(List.of("busybox-static", "dash", "libc6"));
        all.addAll(List.of(packages));
        return all;
    }

    List<String> command() {
        return command;
    }

    Recipe recipe() {
        return recipe;
    }

    private static List<Extra> base() {
        List<Extra> all = new ArrayList<>();
        for (String directory :
                "dev etc home proc root run srv sys usr usr/bin usr/lib usr/lib64 usr/sbin var var/log".split(" ")) {
            all.add(Extra.directory(directory, 0755));
        }
        all.add(Extra.directory("tmp", 01777));
        for (String directory : "bin lib lib64 sbin".split(" ")) {
            all.add(Extra.link(directory, "usr/" + directory));
        }
        all.add(Extra.link("var/run", "../run"));
        all.add(Extra.file("etc/passwd", 0644, "root:x:0:0:root:/root:/bin/sh\n"));
        all.add(Extra.file("etc/group", 0644, "root:x:0:\n"));
        all.add(Extra.file("usr/sbin/apk", 0755, resource("apk.sh")));
        all.add(Extra.file("usr/sbin/adduser", 0755, resource("adduser.sh")));
        for (String tool : resource("tools.txt").split("\\s+")) {
            all.add(Extra.link("usr/bin/" + tool, "busybox"));
        }
        // The shell of a static busybox prefers its own tools to those of packages.
        all.add(Extra.link("usr/bin/sh", "dash"));
        return List.copyOf(all);
    }

    private static String resource(String name) {
        try (InputStream in = StandIn.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
