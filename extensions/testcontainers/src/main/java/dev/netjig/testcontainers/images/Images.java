package dev.netjig.testcontainers.images;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gives an engine the images of a catalogue: pulled, or stand-ins under the same names. Until it is closed, the
 * {@code apk add} of stand-ins finds its packages.
 *
 * <pre>{@code
 * engine.images().provide("alpine:3.8");
 * engine.client().buildImageCmd(directory).start().awaitImageId();
 * }</pre>
 */
public final class Images implements AutoCloseable {

    private static final Duration PULL_LIMIT = Duration.ofMinutes(10);

    private final DockerClient client;
    private final NetworkNamespace netns;
    private final ImageCatalogue catalogue;
    private final ImageMode mode;
    private final Workshop workshop = Workshop.ofTheUser();
    private @Nullable Runnable endOfService;

    private Images(DockerClient client, NetworkNamespace netns, ImageCatalogue catalogue, ImageMode mode) {
        this.client = client;
        this.netns = netns;
        this.catalogue = catalogue;
        this.mode = mode;
    }

    /**
     * A catalogue's, for the engine that {@code client} speaks to.
     *
     * @param netns the namespace that the engine runs in
     */
    public static Images of(DockerClient client, NetworkNamespace netns, ImageCatalogue catalogue, ImageMode mode) {
        return new Images(client, netns, catalogue, mode);
    }

    /**
     * Sees to it that the engine has an image.
     *
     * @throws ImageException if it cannot be had, or if the catalogue has none of that name
     */
    public synchronized ProvidedImage provide(String name) {
        ImageCatalogue.Entry entry = catalogue
                .image(name)
                .orElseThrow(() -> new ImageException(
                        "the catalogue has no image " + name + ", but " + String.join(", ", catalogue.names()),
                        "ImageCatalogue.with(\"" + name + "\", reference, standIn) adds it"));
        Optional<ProvidedImage> present = present(name);
        ProvidedImage provided = present.isPresent() ? present.get() : fetch(name, entry);
        if (provided.standIn() && endOfService == null) {
            endOfService = PackageServer.serve(netns, catalogue, workshop);
        }
        return provided;
    }

    private ProvidedImage fetch(String name, ImageCatalogue.Entry entry) {
        switch (mode) {
            case OFFLINE -> load(name, entry.standIn());
            case PULL -> pull(name, entry.reference());
            case AUTO -> {
                try {
                    pull(name, entry.reference());
                } catch (ImageException unreachable) {
                    try {
                        load(name, entry.standIn());
                    } catch (ImageException neither) {
                        neither.addSuppressed(unreachable);
                        throw neither;
                    }
                }
            }
        }
        return present(name).orElseThrow();
    }

    private void pull(String name, String reference) {
        try {
            client.pullImageCmd(reference).exec(new Pull()).await(PULL_LIMIT);
            if (!reference.equals(name)) {
                int colon = name.lastIndexOf(':');
                client.tagImageCmd(reference, name.substring(0, colon), name.substring(colon + 1))
                        .exec();
            }
        } catch (TimeoutException e) {
            throw new ImageException("pulling " + reference + " takes longer than " + PULL_LIMIT, remedy(), e);
        } catch (DockerException | DockerClientException | IOException e) {
            throw new ImageException(
                    "the Docker engine in " + netns + " cannot pull " + reference + ": " + e.getMessage(), remedy(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted while " + reference + " was pulled", "run again", e);
        }
    }

    private String remedy() {
        return "give " + netns + " a way to the registry and to a nameserver, or use a stand-in: -D"
                + ImageMode.PROPERTY + "=" + ImageMode.OFFLINE.word();
    }

    private void load(String name, StandIn standIn) {
        try {
            Layer layer = workshop.make(standIn.recipe());
            try (InputStream archive = ImageArchive.of(name, layer, standIn.command())) {
                client.loadImageCmd(archive).exec();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stand-in for " + name + " from the cache", e);
        }
    }

    private Optional<ProvidedImage> present(String name) {
        try {
            InspectImageResponse found = client.inspectImageCmd(name).exec();
            Map<String, String> labels = Optional.ofNullable(found.getConfig())
                    .flatMap(config -> Optional.ofNullable(config.getLabels()))
                    .orElse(Map.of());
            Optional<String> made = Optional.ofNullable(labels.get(StandIn.LABEL));
            return Optional.of(new ProvidedImage(
                    name,
                    String.valueOf(found.getId()),
                    made.isPresent(),
                    made.map(text -> List.of(text.split(" ", -1))).orElse(List.of())));
        } catch (NotFoundException absent) {
            return Optional.empty();
        }
    }

    /** Ends the service of packages; the images stay with the engine. */
    @Override
    public synchronized void close() {
        if (endOfService != null) {
            endOfService.run();
            endOfService = null;
        }
    }
}
