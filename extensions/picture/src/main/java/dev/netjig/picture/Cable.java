package dev.netjig.picture;

import dev.netjig.picture.Vertex.Spot;

/** What joins two devices: a veth pair or, undeclared, the way that a packet must have taken. */
record Cable(Spot from, Spot to, boolean declared) {

    boolean joins(Spot one, Spot other) {
        return (from.equals(one) && to.equals(other)) || (from.equals(other) && to.equals(one));
    }
}
