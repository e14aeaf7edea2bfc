package dev.netjig.picture;

/**
 * A packet on a wire.
 *
 * @param forward from the wire's first end to its second
 * @param answer whether it is the answer to the probe, or an error about it
 */
record Step(Wire wire, boolean forward, boolean answer) {

    Vertex from() {
        return forward ? wire.from() : wire.to();
    }

    Vertex to() {
        return forward ? wire.to() : wire.from();
    }
}
