package dev.netjig.assertions;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.OperState;
import dev.netjig.testbed.NetworkNamespace;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a device as the kernel has it. */
public final class LinkAssert extends AbstractAssert<LinkAssert, LinkState> {

    private final NetworkNamespace netns;

    LinkAssert(NetworkNamespace netns, LinkState actual) {
        super(actual, LinkAssert.class);
        this.netns = netns;
    }

    /** Its operational state is UP (lo: it is brought up, for the kernel calls lo's state UNKNOWN). */
    public LinkAssert isUp() {
        boolean up = actual.operState() == OperState.UP || (actual.operState() == OperState.UNKNOWN && actual.isUp());
        if (!up) {
            throw failure("%s", ConfigurationTexts.shouldBe(object(), "UP", state()));
        }
        return this;
    }

    /** It is administratively down: nobody brought it up. */
    public LinkAssert isDown() {
        if (actual.isUp()) {
            throw failure("%s", ConfigurationTexts.shouldBe(object(), "DOWN", state()));
        }
        return this;
    }

    /** It is up but its other end is not. */
    public LinkAssert hasNoCarrier() {
        if (!actual.isUp() || actual.isLowerUp()) {
            throw failure("%s", ConfigurationTexts.shouldBe(object(), "UP without carrier", state()));
        }
        return this;
    }

    /** It is a port of the bridge {@code dev}. */
    public LinkAssert hasMaster(String dev) {
        String master =
                actual.master().isPresent() ? netns.devName(actual.master().getAsInt()) : "none";
        if (!master.equals(dev)) {
            throw failure("%s", ConfigurationTexts.shouldHave(object(), "master " + dev, "master " + master));
        }
        return this;
    }

    /** It is a veth whose other end is {@code dev} in {@code other}: by index and namespace id, not by index alone. */
    public LinkAssert isPairedWith(NetworkNamespace other, String dev) {
        int index = actual.peerIndex().orElse(-1);
        boolean paired = netns.isPeerOf(actual, other) && other.link(dev).index() == index;
        if (!paired) {
            throw failure(
                    "%s",
                    ConfigurationTexts.shouldHave(
                            object(),
                            "its other end in " + other.name() + "/" + dev,
                            "index " + index + " in "
                                    + (actual.peerNetnsid().isPresent()
                                            ? "netnsid " + actual.peerNetnsid().getAsInt()
                                            : "its own namespace")));
        }
        return this;
    }

    /** Its MTU in bytes. */
    public LinkAssert hasMtu(int bytes) {
        if (actual.mtu() != bytes) {
            throw failure("%s", ConfigurationTexts.shouldHave(object(), "mtu " + bytes, "mtu " + actual.mtu()));
        }
        return this;
    }

    private String object() {
        return "link " + netns.name() + "/" + actual.name();
    }

    private String state() {
        if (!actual.isUp()) {
            return "DOWN";
        }
        return actual.operState() + (actual.isLowerUp() ? "" : " (NO-CARRIER)");
    }
}
