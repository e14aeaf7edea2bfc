package dev.netjig.suites.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips tests, with the reason, on a machine that lacks a program; with {@code netjig.strict=true} they fail. For programs
 * that netjig itself has no use for.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsProgramExtension.class)
public @interface NeedsProgram {

    /** Its name, as in a shell. */
    String value();
}
