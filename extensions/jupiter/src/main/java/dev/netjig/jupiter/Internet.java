package dev.netjig.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an outside world: a namespace {@code internet} that owns 8.8.8.8 and is the node's default route.
 *
 * <p>It knows no way back to private addresses, so nothing but a masquerade makes it answer them; and its packets start
 * with ttl 104, so an answer that one router forwarded arrives with 103. The node has 10.0.0.2 on {@code eth0}, the
 * internet 10.0.0.1. Nothing leaves the machine.
 *
 * <p>It is nothing but the annotations that stand on it, and so can yours be: put what your tests share on an annotation of
 * your own, {@code @Retention(RUNTIME)}, and public if it is repeatable (JUnit cannot read its container otherwise). What
 * is written next to such an annotation replaces a {@link Sysctl} or {@link ChainPolicy} of it:
 *
 * <pre>{@code
 * @Internet
 * @Sysctl(netns = "internet", key = "net.ipv4.ip_default_ttl", value = "64")
 * class ANearerInternet {}
 * }</pre>
 *
 * <p>May stand on test classes, interfaces, test methods and other annotations, but once: its names are taken then.
 *
 * <p>Equal by hand:
 *
 * <pre>{@code
 * ip netns add internet; ip -n internet link set lo up
 * ip -n internet address add 8.8.8.8/32 dev lo
 * ip link add eth0 type veth peer name eth0 netns internet
 * ip address add 10.0.0.2/24 dev eth0; ip link set eth0 up
 * ip -n internet address add 10.0.0.1/24 dev eth0; ip -n internet link set eth0 up
 * ip route add default via 10.0.0.1
 * ip netns exec internet sysctl -w net.ipv4.ip_default_ttl=104 net.ipv4.ip_forward=0 net.ipv4.conf.all.rp_filter=0
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Netns("internet")
@Address(netns = "internet", dev = "lo", value = "8.8.8.8/32")
@VethPair(
        name = "eth0",
        address = "10.0.0.2/24",
        peer = @Peer(name = "eth0", netns = "internet", address = "10.0.0.1/24"))
@Route(via = "10.0.0.1")
@Sysctl(netns = "internet", key = "net.ipv4.ip_forward", value = "0")
@Sysctl(netns = "internet", key = "net.ipv4.conf.all.rp_filter", value = "0")
@Sysctl(netns = "internet", key = "net.ipv4.conf.default.rp_filter", value = "0")
@Sysctl(netns = "internet", key = "net.ipv4.ip_default_ttl", value = "104")
public @interface Internet {}
