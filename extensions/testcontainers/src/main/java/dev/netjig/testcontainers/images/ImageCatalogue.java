package dev.netjig.testcontainers.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of images by their names: where the real one is, and what its stand-in is made of. Immutable.
 *
 * <pre>{@code
 * ImageCatalogue mine = ImageCatalogue.standard()
 *         .with("tools:1", "registry.example.com/tools:1", StandIn.of("make", "jq"))
 *         .withPackage("jq", "jq");
 * }</pre>
 */
public final class ImageCatalogue {

    /** A compiler needs none of these, nor any other package that may stand beside it. */
    private static final String NOT_FOR_C =
            "lib(asan|hwasan|lsan|tsan|ubsan|gprofng|itm|atomic|quadmath|ssl|keyutils|tirpc|nsl|gomp|cc1|crypt).*"
                    + "|rpcsvc-proto|libc-dev-bin|gcc-.*-base";

    private static final ImageCatalogue STANDARD = new ImageCatalogue(
            Map.of(
                    "alpine:3.8", new Entry("alpine:3.8", StandIn.of()),
                    "nginx:alpine", new Entry("nginx:alpine", StandIn.nginx()),
                    "node:8", new Entry("node:8", StandIn.node("8.17.0", "6.13.4")),
                    "ubuntu:15.04", new Entry("ubuntu:15.04", StandIn.of("make"))),
            Map.of(
                    "alpine-sdk", bundle(NOT_FOR_C, "gcc", "libc6-dev", "make"),
                    "nginx", bundle(StandIn.NOT_FOR_NGINX, "nginx"),
                    "iputils", bundle("gcc-.*-base|libgcc-s1|libcap2-bin", "iputils-ping")),
            new NpmIndex(List.of("express@4.16.1")));

    private final Map<String, Entry> images;
    private final Map<String, Recipe> packages;
    private final NpmIndex npm;

    /** Where an image is pulled from, and its stand-in. */
    record Entry(String reference, StandIn standIn) {}

    private ImageCatalogue(Map<String, Entry> images, Map<String, Recipe> packages, NpmIndex npm) {
        this.images = Map.copyOf(images);
        this.packages = Map.copyOf(packages);
        this.npm = npm;
    }

    /** The images that netjig's own documents build on, and the packages that they add with {@code apk}
     * and {@code npm}. */
    public static ImageCatalogue standard() {
        return STANDARD;
    }

    /**
     * This catalogue with one more image, or another one of that name.
     *
     * @param name what Dockerfiles and {@code docker run} call it
     * @param reference what is pulled, {@code registry/repository:tag}; given {@code name} afterwards
     * @param standIn what takes its place where it cannot be pulled
     */
    public ImageCatalogue with(String name, String reference, StandIn standIn) {
        Map<String, Entry> more = new TreeMap<>(images);
        more.put(name, new Entry(reference, standIn));
        return new ImageCatalogue(more, packages, npm);
    }

    /**
     * This catalogue with one more package for the {@code apk} of stand-ins.
     *
     * @param name what {@code apk add} calls it
     * @param fromDistribution what {@code apt-get install} calls what is in it; what that depends on comes along
     */
    public ImageCatalogue withPackage(String name, String... fromDistribution) {
        Map<String, Recipe> more = new TreeMap<>(packages);
        more.put(name, bundle("gcc-.*-base", fromDistribution));
        return new ImageCatalogue(images, more, npm);
    }

    /**
     * This catalogue with more packages for the {@code npm} of stand-ins, and what they depend on.
     *
     * @param packages each {@code name@version}
     */
    public ImageCatalogue withNpm(String... packages) {
        List<String> more = new ArrayList<>(npm.specs());
        more.addAll(List.of(packages));
        return new ImageCatalogue(images, this.packages, new NpmIndex(more));
    }

    NpmIndex npm() {
        return npm;
    }

    /** The names of the images. */
    public Set<String> names() {
        return new TreeMap<>(images).keySet();
    }

    Optional<Entry> image(String name) {
        return Optional.ofNullable(images.get(name));
    }

    Optional<Recipe> apkPackage(String name) {
        return Optional.ofNullable(packages.get(name));
    }

    Set<String> apkPackages() {
        return new TreeMap<>(packages).keySet();
    }

    private static Recipe bundle(String leftOut, String... packages) {
        return new Recipe(List.of(packages), leftOut, false, List.of(), List.of());
    }
}
