package dev.netjig.testcontainers.images;

import java.util.List;

/**
 * What a layer is made of.
 *
 * @param packages those of the distribution; what they depend on comes along
 * @param leftOut a regular expression of names of packages that only their scripts need, or nobody here
 * @param smallestLibc whether of the C library nothing but itself and the loader is wanted
 * @param extras added before the packages
 */
record Recipe(List<String> packages, String leftOut, boolean smallestLibc, List<Extra> extras) {

    /** To be raised when the same recipe makes another layer. */
    private static final int FORMAT = 2;

    /** What no program reads that runs in a container here. */
    private static final String UNREAD =
            "usr/share/(doc|man|info|locale|lintian|bash-completion|bug|i18n)/.*|usr/lib/.*/gconv/.*";

    private static final String LIBC = "usr/lib(64)?/([^/]*/)?(libc[.-][^/]*so[^/]*|ld-[^/]*)";
    private static final String BUSYBOX = "usr/bin/busybox";

    boolean wants(String file, String ofPackage) {
        if (ofPackage.equals("busybox-static")) {
            return file.equals(BUSYBOX);
        }
        if (ofPackage.equals("libc6") && smallestLibc) {
            return file.matches(LIBC);
        }
        return !file.matches(UNREAD);
    }

    /** All that the layer depends on but the versions of the packages, which are those of the day it is made. */
    String key() {
        return Digests.sha256(FORMAT + " " + System.getProperty("os.arch") + " " + Distribution.name() + " " + this);
    }
}
