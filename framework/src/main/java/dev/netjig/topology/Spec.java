package dev.netjig.topology;

/**
 * One thing that a topology wants: the closed set of kinds. A spec says nothing about who asked for it ({@link Origin})
 * and nothing about what is live.
 */
public sealed interface Spec
        permits NetnsSpec,
                VethPairSpec,
                BridgeSpec,
                AddressSpec,
                RouteSpec,
                SysctlSpec,
                ChainPolicySpec,
                MasqueradeSpec,
                FirewallRuleSpec {}
