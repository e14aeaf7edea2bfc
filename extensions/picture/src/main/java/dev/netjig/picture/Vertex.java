package dev.netjig.picture;

/** What a packet visits in a namespace: one of its devices, or its network stack. */
sealed interface Vertex {

    String netns();

    /** A device by its name. */
    record Spot(String netns, String dev) implements Vertex {
        @Override
        public String toString() {
            return netns + "/" + dev;
        }
    }

    /** Where the namespace routes and filters. */
    record Stack(String netns) implements Vertex {
        @Override
        public String toString() {
            return netns;
        }
    }
}
