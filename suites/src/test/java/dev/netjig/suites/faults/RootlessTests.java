package dev.netjig.suites.faults;

import java.util.List;

/** In a user namespace, as whoever is not root would run it. */
class RootlessTests extends TierTestCase {

    RootlessTests() {
        super(List.of("unshare", "--user", "--map-root-user", "--mount", "--propagation", "private"), List.of());
    }
}
