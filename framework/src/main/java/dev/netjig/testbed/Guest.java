package dev.netjig.testbed;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.rtnetlink.AddressRequests;
import dev.netjig.kernel.rtnetlink.LinkRequests;
import dev.netjig.kernel.rtnetlink.RouteRequests;
import dev.netjig.topology.IfName;
import dev.netjig.topology.plan.AddAddress;
import dev.netjig.topology.plan.AddBridge;
import dev.netjig.topology.plan.AddRoute;
import dev.netjig.topology.plan.AddVethPair;
import dev.netjig.topology.plan.Plan;
import dev.netjig.topology.plan.WriteSysctl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What netjig has done in namespaces that somebody else made, and leaves as it found them: they may live on when the
 * testbed is closed, a container's for example, and be taken into the next one.
 */
final class Guest {

    /** What a change is answered with whose object has gone, by its device's end for example. */
    private static final Set<Errno> GONE = Set.of(Errno.ENODEV, Errno.ESRCH, Errno.EADDRNOTAVAIL);

    private final Testbed testbed;
    private final IfIndexes indexes;
    private final Deque<AutoCloseable> debts = new ArrayDeque<>();

    Guest(Testbed testbed, IfIndexes indexes) {
        this.testbed = testbed;
        this.indexes = indexes;
    }

    void aboutTo(AddVethPair pair) {
        makeLink(pair.netns(), pair.name());
        makeLink(pair.peerNetns(), pair.peerName());
    }

    void aboutTo(AddBridge bridge) {
        makeLink(bridge.netns(), bridge.name());
    }

    /** Called in the namespace. */
    void aboutTo(WriteSysctl write) {
        if (testbed.isAdopted(write.netns())) {
            String before = Sysctls.read(write.netns(), write.key());
            owe(() -> {
                try {
                    testbed.netns(write.netns()).sysctl(write.key(), before);
                } catch (MissingSysctlException gone) {
                    // With its device.
                }
            });
        }
    }

    /** Had one of these failed, nobody would know whether the address or the route was there before. */
    void hasSucceeded(Plan plan) {
        plan.steps().stream().filter(step -> testbed.isAdopted(step.netns())).forEach(step -> {
            if (step instanceof AddAddress added) {
                int index = indexes.of(added.netns(), added.dev());
                owe(() -> send(added.netns(), AddressRequests.delete(index, added.cidr())));
            } else if (step instanceof AddRoute added) {
                OptionalInt oif = added.route()
                        .dev()
                        .map(dev -> OptionalInt.of(indexes.of(added.netns(), dev)))
                        .orElse(OptionalInt.empty());
                owe(() -> send(added.netns(), RouteRequests.delete(added.route(), oif)));
            }
        });
    }

    /** In which order everything is taken back: the last change first. */
    List<AutoCloseable> debts() {
        return List.copyOf(debts);
    }

    private void owe(AutoCloseable debt) {
        debts.addFirst(debt);
    }

    /** A device of that name that somebody else has made is told from netjig's by its index. */
    private void makeLink(String name, IfName dev) {
        if (testbed.isAdopted(name)) {
            int index = indexes.of(name, dev);
            owe(() -> {
                Optional<Integer> found = testbed.netns(name).links().stream()
                        .filter(link -> link.name().equals(dev.value()))
                        .map(link -> link.index())
                        .findFirst();
                if (found.equals(Optional.of(index))) {
                    send(name, LinkRequests.delete(dev.value()));
                }
            });
        }
    }

    private void send(String netns, NetlinkMessage message) {
        try {
            testbed.netns(netns).execute(message);
        } catch (KernelException refused) {
            if (refused.errno().filter(GONE::contains).isEmpty()) {
                throw refused;
            }
        }
    }
}
