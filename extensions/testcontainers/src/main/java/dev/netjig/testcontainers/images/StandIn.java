package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an image is made of where the real one cannot be had: busybox with its tools, a shell, the C library, and packages of the
 * machine's distribution. It has {@code apk} and {@code adduser} for what Dockerfiles use them for. It is what it is called
 * by name only; its label {@value #LABEL} tells.
 */
public final class StandIn {

    /** The label of every stand-in; its value are the packages that it is made of. */
    public static final String LABEL = "dev.netjig.stand-in";

    private static final String ALL_BUT_THE_BASE = "(?!(busybox-static|dash|libc6)$).*";
    private static final String ONLY_FOR_SCRIPTS = "gcc-.*-base|libgcc-s1|debianutils|dpkg|tar";

    private final Recipe recipe;

    private StandIn(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * An image with {@code packages}, and what they depend on, besides busybox. Their scripts do not run.
     *
     * @param packages names as in {@code apt-get install}
     */
    public static StandIn of(String... packages) {
        List<String> all = new ArrayList<>(List.of("busybox-static", "dash", "libc6"));
        all.addAll(List.of(packages));
        boolean small = packages.length == 0;
        return new StandIn(new Recipe(all, small ? ALL_BUT_THE_BASE : ONLY_FOR_SCRIPTS, small, base()));
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
