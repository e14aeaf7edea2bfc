package dev.netjig.suites.chapterb;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The document's network, without routes and firewall. It never brings lo up in red and blue. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Netns(value = "red", lo = false)
@Netns(value = "blue", lo = false)
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth1-r", master = "br0", peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
@VethPair(name = "veth1-b", master = "br0", peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
@interface TwoNamespacesOnABridge {}
