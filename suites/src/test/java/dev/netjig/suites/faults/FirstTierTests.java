package dev.netjig.suites.faults;

import java.util.List;

/** As root, who renounces the tracepoint. */
class FirstTierTests extends TierTestCase {

    FirstTierTests() {
        super(List.of(), List.of("-Dnetjig.tier=0"));
    }
}
