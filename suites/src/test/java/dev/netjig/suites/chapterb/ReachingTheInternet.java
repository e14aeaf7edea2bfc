package dev.netjig.suites.chapterb;

import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Sysctl;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The document's network as it is at its end: routed, forwarded, masqueraded, with a world outside. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TwoNamespacesOnABridge
@DefaultRoutes
@Internet
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Masquerade(source = "192.168.0.0/24", oifname = "! br0")
@interface ReachingTheInternet {}
