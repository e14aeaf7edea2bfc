package dev.netjig.topology.plan;

import dev.netjig.topology.Origin;
import java.util.List;

/** One change of the kernel's state on the way to a topology. */
public sealed interface Step
        permits AdoptNetns,
                CreateNetns,
                WriteSysctl,
                SetLinkUp,
                AddBridge,
                AddVethPair,
                AddAddress,
                EnslaveLink,
                AwaitLinkUp,
                AddRoute,
                LoadNftables,
                RestoreIptables {

    /** The namespace in which it happens. */
    String netns();

    /** Who asked for it. */
    Origin origin();

    /** What a person would type into a shell of the machine; an element with a here-document has several lines. */
    List<String> commands();
}
