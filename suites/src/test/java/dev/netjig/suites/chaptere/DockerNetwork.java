package dev.netjig.suites.chaptere;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What Docker makes of a node for four containers on docker0 and one on docker_gwbridge. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Internet
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Bridge(name = "docker0", address = "172.17.0.1/16")
@Bridge(name = "docker_gwbridge", address = "172.18.0.1/16")
@Masquerade(source = "172.17.0.0/16", oifname = "! docker0")
@Masquerade(source = "172.18.0.0/16", oifname = "! docker_gwbridge")
@Netns("cache")
@Netns("db")
@Netns("front")
@Netns("web")
@Netns("ingress")
@VethPair(name = "veth0c1", master = "docker0", peer = @Peer(name = "eth0", netns = "cache", address = "172.17.0.2/16"))
@VethPair(name = "veth0d2", master = "docker0", peer = @Peer(name = "eth0", netns = "db", address = "172.17.0.3/16"))
@VethPair(name = "veth0f3", master = "docker0", peer = @Peer(name = "eth0", netns = "front", address = "172.17.0.4/16"))
@VethPair(name = "veth0b4", master = "docker0", peer = @Peer(name = "eth0", netns = "web", address = "172.17.0.5/16"))
@VethPair(
        name = "veth0e5",
        master = "docker_gwbridge",
        peer = @Peer(name = "eth0", netns = "ingress", address = "172.18.0.2/16"))
@Route(netns = "cache", via = "172.17.0.1")
@Route(netns = "db", via = "172.17.0.1")
@Route(netns = "front", via = "172.17.0.1")
@Route(netns = "web", via = "172.17.0.1")
@Route(netns = "ingress", via = "172.18.0.1")
@interface DockerNetwork {}
