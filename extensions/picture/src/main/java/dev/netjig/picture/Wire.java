package dev.netjig.picture;

/** What a packet goes along from one vertex to the next. */
record Wire(Kind kind, Vertex from, Vertex to) {

    enum Kind {
        /** Between two devices. */
        CABLE,
        /** Inside a bridge, from a port to the bridge itself. */
        FABRIC,
        /** From a device to the stack of its namespace. */
        UPLINK
    }

    boolean touches(Vertex vertex) {
        return from.equals(vertex) || to.equals(vertex);
    }

    Vertex other(Vertex end) {
        return from.equals(end) ? to : from;
    }
}
