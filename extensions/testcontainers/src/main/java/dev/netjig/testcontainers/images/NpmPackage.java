package dev.netjig.testcontainers.images;

/**
 * A package of the npm registry as a part of a layer.
 *
 * @param spec {@code name@version}
 * @param wanted a regular expression of the files in it that are wanted
 * @param directory where they go
 */
record NpmPackage(String spec, String wanted, String directory) {

    boolean wants(String file) {
        return file.matches(wanted);
    }
}
