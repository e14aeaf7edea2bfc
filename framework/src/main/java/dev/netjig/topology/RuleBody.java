package dev.netjig.topology;

/** What a firewall rule says: in netjig's words, equal for every backend, or in the backend's own language. */
public sealed interface RuleBody permits TypedRule, RawRule {}
