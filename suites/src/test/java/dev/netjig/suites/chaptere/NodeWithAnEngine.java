package dev.netjig.suites.chaptere;

import dev.netjig.jupiter.Internet;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A node with a way to the world, on which a Docker engine was started. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Internet
@DockerEngine
@NeedsRoot(NeedsRoot.ENGINE)
@interface NodeWithAnEngine {}
