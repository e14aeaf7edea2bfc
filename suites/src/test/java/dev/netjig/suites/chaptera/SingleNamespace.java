package dev.netjig.suites.chaptera;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.VethPair;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The document's network: what its nine steps make.
 *
 * <p>Red's gateway is its own address. The kernel takes it: the next hop is local, so the route has scope host and red
 * asks for every destination directly on the veth.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Netns("red")
@VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.1"))
@Route(to = "192.168.0.1", dev = "veth1-r")
@Route(netns = "red", via = "192.168.0.1", dev = "veth2-r")
@interface SingleNamespace {}
