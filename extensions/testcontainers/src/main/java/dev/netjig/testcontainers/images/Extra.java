package dev.netjig.testcontainers.images;

/**
 * What a layer has besides the files of packages.
 *
 * @param path relative to the root
 * @param text of a file its content, of a link its target
 */
record Extra(String path, Kind kind, int mode, String text) {

    enum Kind {
        DIRECTORY,
        FILE,
        LINK
    }

    static Extra directory(String path, int mode) {
        return new Extra(path + "/", Kind.DIRECTORY, mode, "");
    }

    static Extra file(String path, int mode, String text) {
        return new Extra(path, Kind.FILE, mode, text);
    }

    static Extra link(String path, String target) {
        return new Extra(path, Kind.LINK, 0777, target);
    }
}
