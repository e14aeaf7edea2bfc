package com.example.network;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Two networks behind the router under test, which is {@code node}. */
@Retention(RetentionPolicy.RUNTIME)
@Netns("desk")
@Netns("server")
@VethPair(name = "lan", address = "10.1.0.1/24", peer = @Peer(name = "eth0", netns = "desk", address = "10.1.0.2/24"))
@VethPair(name = "dmz", address = "10.2.0.1/24", peer = @Peer(name = "eth0", netns = "server", address = "10.2.0.2/24"))
@Route(netns = "desk", via = "10.1.0.1")
@Route(netns = "server", via = "10.2.0.1")
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@interface Office {}
