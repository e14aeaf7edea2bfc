package dev.netjig.browser;

import java.nio.file.Path;

/** Pictures of pages, for people to look at after a build. */
final class Screenshots {

    private Screenshots() {}

    static Path file(String name) {
        return Path.of(System.getProperty("netjig.screenshots", "target/screenshots"), name + ".png");
    }
}
