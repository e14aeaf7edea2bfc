package dev.netjig.topology;

import java.util.List;

/** Checks that declarations fit together, one by one in their order, and finds every problem. */
final class Checker {

    private final Findings findings = new Findings();
    private final NetnsChecks namespaces;
    private final DeviceChecks devices;
    private final AddressChecks addresses;
    private final RouteChecks routes;
    private final SysctlChecks sysctls;
    private final FirewallChecks firewall;

    private Checker(List<Declared<?>> declarations) {
        Inventory inventory = new Inventory(declarations);
        namespaces = new NetnsChecks(findings);
        addresses = new AddressChecks(findings, inventory);
        devices = new DeviceChecks(findings, inventory, addresses);
        routes = new RouteChecks(findings, inventory);
        sysctls = new SysctlChecks(findings, inventory);
        firewall = new FirewallChecks(findings, inventory);
    }

    static List<Problem> check(List<Declared<?>> declarations) {
        Checker checker = new Checker(declarations);
        declarations.forEach(declared -> checker.check(declared.spec(), declared.origin()));
        return checker.findings.problems();
    }

    private void check(Spec spec, Origin origin) {
        if (spec instanceof NetnsSpec netns) {
            namespaces.check(netns, origin);
        } else if (spec instanceof VethPairSpec pair) {
            devices.check(pair, origin);
        } else if (spec instanceof BridgeSpec bridge) {
            devices.check(bridge, origin);
        } else if (spec instanceof AddressSpec address) {
            addresses.check(address, origin);
        } else if (spec instanceof RouteSpec route) {
            routes.check(route, origin);
        } else if (spec instanceof SysctlSpec sysctl) {
            sysctls.check(sysctl, origin);
        } else if (spec instanceof ChainPolicySpec policy) {
            firewall.check(policy, origin);
        } else if (spec instanceof MasqueradeSpec masquerade) {
            firewall.check(masquerade, origin);
        } else if (spec instanceof FirewallRuleSpec rule) {
            firewall.check(rule, origin);
        }
    }
}
