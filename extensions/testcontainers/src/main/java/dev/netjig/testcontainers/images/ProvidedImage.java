package dev.netjig.testcontainers.images;

import java.util.List;

/**
 * An image that an engine has now.
 *
 * @param name the name that Dockerfiles call it by
 * @param id the engine's id of it
 * @param standIn whether it is a stand-in, which its label {@value StandIn#LABEL} says too
 * @param packages what a stand-in is made of, each {@code name=version}; empty if it was pulled
 */
public record ProvidedImage(String name, String id, boolean standIn, List<String> packages) {

    /** Copies the list. */
    public ProvidedImage {
        packages = List.copyOf(packages);
    }

    @Override
    public String toString() {
        return name + (standIn ? " (stand-in of " + String.join(", ", packages) + ")" : " (pulled)");
    }
}
