package dev.netjig.suites.chapterb;

import dev.netjig.jupiter.Route;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Red and blue send what they do not know to the node. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Route(netns = "red", via = "192.168.0.1")
@Route(netns = "blue", via = "192.168.0.1")
@interface DefaultRoutes {}
