package dev.netjig.jupiter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Red, 10.0.1.2, and blue, 10.0.2.2, with node as the router between them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Netns("red")
@Netns("blue")
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@VethPair(
        name = "veth1-r",
        address = "10.0.1.1/24",
        peer = @Peer(name = "veth2-r", netns = "red", address = "10.0.1.2/24"))
@VethPair(
        name = "veth1-b",
        address = "10.0.2.1/24",
        peer = @Peer(name = "veth2-b", netns = "blue", address = "10.0.2.2/24"))
@Route(netns = "red", via = "10.0.1.1")
@Route(netns = "blue", via = "10.0.2.1")
@interface Routed {}
