package dev.netjig.testbed;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netns.Netns;
import dev.netjig.kernel.nftables.Nftables;
import dev.netjig.kernel.rtnetlink.AddressRequests;
import dev.netjig.kernel.rtnetlink.LinkRequests;
import dev.netjig.kernel.rtnetlink.RouteRequests;
import dev.netjig.kernel.rtnetlink.VethRequest;
import dev.netjig.topology.plan.AddAddress;
import dev.netjig.topology.plan.AddBridge;
import dev.netjig.topology.plan.AddRoute;
import dev.netjig.topology.plan.AddVethPair;
import dev.netjig.topology.plan.AdoptNetns;
import dev.netjig.topology.plan.AwaitLinkUp;
import dev.netjig.topology.plan.CreateNetns;
import dev.netjig.topology.plan.EnslaveLink;
import dev.netjig.topology.plan.LoadNftables;
import dev.netjig.topology.plan.Plan;
import dev.netjig.topology.plan.RestoreIptables;
import dev.netjig.topology.plan.SetLinkUp;
import dev.netjig.topology.plan.Step;
import dev.netjig.topology.plan.WriteSysctl;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Applies plans, each of them on one thread that goes from namespace to namespace. Steps of one namespace go to the
 * kernel together; device indexes are chosen here, so that no step has to ask for one.
 */
final class PlanApplier {

    private final Testbed testbed;
    private final IfIndexes indexes = new IfIndexes();
    private final NetlinkBatches batches;
    private final List<AwaitLinkUp> awaited = new ArrayList<>();
    private final List<AddAddress> ipv6 = new ArrayList<>();
    private final Guest guest;
    private String here = "";

    PlanApplier(Testbed testbed) {
        this.testbed = testbed;
        this.guest = new Guest(testbed, indexes);
        this.batches = new NetlinkBatches(
                (netns, messages) -> testbed.netns(netns).rtnetlink().execute(messages));
    }

    void apply(Plan plan) {
        SetUpThread.run(() -> {
            here = "";
            for (Step step : plan.steps()) {
                apply(step);
            }
            settle();
            guest.hasSucceeded(plan);
        });
    }

    /** Applies what has become possible since an earlier plan was applied; meanwhile others may have made devices too. */
    void applyMore(Plan plan) {
        testbed.namespaces().forEach(netns -> indexes.learn(netns.name(), netns.links()));
        apply(plan);
    }

    /** What has to be taken back in the namespaces of others. */
    Guest guest() {
        return guest;
    }

    private void apply(Step step) {
        // Links are awaited together, and only before something that needs them: the kernel brings them up meanwhile.
        if (!(step instanceof AwaitLinkUp) && !awaited.isEmpty()) {
            settle();
        }
        try {
            dispatch(step);
        } catch (KernelException refused) {
            throw explain(refused, step);
        } catch (MissingSysctlException | UncheckedIOException | CommandFailedException failed) {
            throw explain(KernelException.of("set up", failed), step);
        }
    }

    private void dispatch(Step step) {
        if (step instanceof CreateNetns create) {
            create(create);
        } else if (step instanceof AdoptNetns) {
            // There already: it is what this plan has waited for.
            here = "";
        } else if (step instanceof WriteSysctl write) {
            write(write);
        } else if (step instanceof LoadNftables load) {
            batches.flush();
            enter(load.netns());
            Nftables.runHere(load.netns(), load.script());
        } else if (step instanceof RestoreIptables restore) {
            restore(restore);
        } else if (step instanceof AwaitLinkUp await) {
            awaited.add(await);
        } else {
            batches.add(step, message(step));
        }
    }

    private NetlinkMessage message(Step step) {
        if (step instanceof AddBridge bridge) {
            int index = indexes.assign(bridge.netns(), bridge.name());
            guest.aboutTo(bridge);
            return LinkRequests.addBridge(bridge.name().value(), index, bridge.mac());
        }
        if (step instanceof AddVethPair pair) {
            return LinkRequests.addVeth(veth(pair));
        }
        if (step instanceof SetLinkUp up) {
            return LinkRequests.setUp(up.dev().value());
        }
        if (step instanceof EnslaveLink enslave) {
            return LinkRequests.setMaster(enslave.dev().value(), indexes.of(enslave.netns(), enslave.master()));
        }
        if (step instanceof AddAddress address) {
            boolean noDad = address.cidr().isIpv6();
            if (noDad) {
                ipv6.add(address);
            }
            return AddressRequests.add(indexes.of(address.netns(), address.dev()), address.cidr(), noDad);
        }
        if (step instanceof AddRoute route) {
            OptionalInt oif = route.route()
                    .dev()
                    .map(dev -> OptionalInt.of(indexes.of(route.netns(), dev)))
                    .orElse(OptionalInt.empty());
            return RouteRequests.add(route.route(), oif);
        }
        throw new IllegalStateException("no netlink message for step " + step);
    }

    private VethRequest veth(AddVethPair pair) {
        int index = indexes.assign(pair.netns(), pair.name());
        int peerIndex = indexes.assign(pair.peerNetns(), pair.peerName());
        OptionalInt master = pair.master()
                .map(bridge -> OptionalInt.of(indexes.of(pair.netns(), bridge)))
                .orElse(OptionalInt.empty());
        guest.aboutTo(pair);
        int peerNetns = testbed.netns(pair.peerNetns()).netns().fd().number();
        return new VethRequest(
                pair.name().value(),
                OptionalInt.of(index),
                master,
                pair.up(),
                pair.mac(),
                pair.mtu(),
                new VethRequest.Peer(
                        pair.peerName().value(), OptionalInt.of(peerIndex), OptionalInt.of(peerNetns), pair.peerMac()));
    }

    private void create(CreateNetns create) {
        SpareNamespaces.Spare spare = SpareNamespaces.take();
        if (spare == null) {
            Netns netns = Netns.unshare(create.netns());
            here = create.netns();
            testbed.register(netns);
        } else {
            testbed.register(spare.netns().named(create.netns()), spare.socket());
        }
    }

    private void write(WriteSysctl write) {
        batches.flush();
        enter(write.netns());
        guest.aboutTo(write);
        Sysctls.write(write.netns(), write.key(), write.value());
    }

    private void restore(RestoreIptables restore) {
        batches.flush();
        CommandResult result = testbed.netns(restore.netns())
                .command(restore.command(), "--noflush")
                .stdin(restore.script())
                .run();
        if (!result.succeeded()) {
            throw KernelException.of(
                            "load " + restore.backend().command() + " rules",
                            result.stderr().strip())
                    .in(restore.netns());
        }
    }

    private void settle() {
        batches.flush();
        if (!awaited.isEmpty()) {
            List<AwaitLinkUp> links = List.copyOf(awaited);
            awaited.clear();
            new LinkAwaiter(testbed, this::enter).await(links);
            ipv6.stream()
                    .filter(address -> links.stream()
                            .anyMatch(link -> link.netns().equals(address.netns())
                                    && link.dev().equals(address.dev())))
                    .collect(Collectors.groupingBy(AddAddress::netns))
                    .forEach((netns, addresses) -> SolicitedGroups.await(testbed.netns(netns), addresses));
            ipv6.clear();
        }
    }

    private void enter(String netns) {
        if (!here.equals(netns)) {
            testbed.netns(netns).netns().enter();
            here = netns;
        }
    }

    /** {@code refused} with the step that asked for what was refused, unless it has one already. */
    static KernelException explain(KernelException refused, Step step) {
        return refused.step().isPresent()
                ? refused
                : refused.in(step.netns()).during(step.commands().get(0) + "  [" + step.origin() + "]");
    }
}
