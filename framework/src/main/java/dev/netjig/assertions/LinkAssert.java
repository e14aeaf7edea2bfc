package dev.netjig.assertions;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.OperState;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a device as the kernel has it. */
public final class LinkAssert extends AbstractAssert<LinkAssert, LinkState> {

    private final NetworkNamespace netns;

    LinkAssert(NetworkNamespace netns, LinkState actual) {
        super(actual, LinkAssert.class);
        this.netns = netns;
    }

    /**
     * It has a carrier and its operational state is UP, or UNKNOWN, as the kernel calls lo's, and any device's for a
     * moment.
     */
    public LinkAssert isUp() {
        boolean operates = actual.operState() == OperState.UP || actual.operState() == OperState.UNKNOWN;
        boolean up = operates && actual.isUp() && actual.isLowerUp();
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
        String master = actual.master().isPresent()
                ? "master " + netns.devName(actual.master().getAsInt())
                : "no master";
        if (!master.equals("master " + dev)) {
            throw failure("%s", ConfigurationTexts.shouldHave(object(), "master " + dev, master));
        }
        return this;
    }

    /** It is a veth whose other end is {@code dev} in {@code other}: by index and namespace id, not by index alone. */
    public LinkAssert isPairedWith(NetworkNamespace other, String dev) {
        if (!otherEnd(other).equals(Optional.of(other.name() + "/" + dev))) {
            throw failure(
                    "%s",
                    ConfigurationTexts.shouldHave(
                            object(), "its other end at " + other.name() + "/" + dev, actualOtherEnd()));
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

    private String actualOtherEnd() {
        if (actual.peerIndex().isEmpty()) {
            return "no other end";
        }
        return netns.testbed().allNamespaces().stream()
                .flatMap(candidate -> otherEnd(candidate).stream())
                .findFirst()
                .map(place -> "it at " + place)
                .orElse("it outside of the testbed");
    }

    /** {@code red/veth2-r}; empty if it is not in {@code candidate}. */
    private Optional<String> otherEnd(NetworkNamespace candidate) {
        return netns.isPeerOf(actual, candidate)
                ? Optional.of(candidate.name() + "/"
                        + candidate.devName(actual.peerIndex().orElseThrow()))
                : Optional.empty();
    }

    private String object() {
        return "link " + netns.name() + "/" + actual.name();
    }

    private String state() {
        if (!actual.isUp()) {
            return "DOWN";
        }
        // Its operational state follows a lost carrier only after a while.
        return actual.isLowerUp() ? actual.operState().toString() : "UP without carrier";
    }
}
