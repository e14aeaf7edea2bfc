package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a layer is made of.
 *
 * @param packages those of the distribution; what they depend on comes along
 * @param leftOut a regular expression of names of packages that only their scripts need, or nobody here
 * @param smallestLibc whether of the C library nothing but itself and the loader is wanted
 * @param extras added before the packages
 * @param npm packages of the npm registry, without what they depend on
 */
record Recipe(List<String> packages, String leftOut, boolean smallestLibc, List<Extra> extras, List<NpmPackage> npm)
        implements Product {

    /** To be raised when the same recipe makes another layer. */
    private static final int FORMAT = 3;

    /** What no program reads that runs in a container here. */
    private static final String UNREAD =
            "usr/share/(doc|man|info|locale|lintian|bash-completion|bug|i18n)/.*|usr/lib/.*/gconv/.*";

    private static final String LIBC = "usr/lib(64)?/([^/]*/)?(libc[.-][^/]*so[^/]*|ld-[^/]*)";
    private static final String BUSYBOX = "usr/bin/busybox";

    Recipe {
        packages = List.copyOf(packages);
        extras = List.copyOf(extras);
        npm = List.copyOf(npm);
    }

    boolean wants(String file, String ofPackage) {
        if (ofPackage.equals("busybox-static")) {
            return file.equals(BUSYBOX);
        }
        if (ofPackage.equals("libc6") && smallestLibc) {
            return file.matches(LIBC);
        }
        return !file.matches(UNREAD);
    }

    @Override
    public String key() {
        return Digests.sha256(FORMAT + " " + System.getProperty("os.arch") + " " + Distribution.name() + " " + this);
    }

    @Override
    public List<String> write(Path work, TarWriter tar) throws IOException {
        List<Path> debs = Distribution.download(packages, work).stream()
                .filter(file -> !Unpacking.name(file).matches(leftOut))
                .toList();
        for (Extra extra : extras) {
            if (extra.kind() != Extra.Kind.LINK) {
                tar.add(extra);
            }
        }
        List<String> contents = new ArrayList<>();
        for (Path deb : debs) {
            Unpacking.deb(this, deb, tar);
            contents.add(Unpacking.name(deb) + "=" + Unpacking.version(deb));
        }
        for (NpmPackage each : npm) {
            Unpacking.tgz(each, Npm.pack(each.spec(), work), tar);
            contents.add("npm:" + each.spec().replace('@', '='));
        }
        // The tools of busybox come last: a package's own go before them.
        for (Extra extra : extras) {
            tar.add(extra);
        }
        return contents;
    }
}
