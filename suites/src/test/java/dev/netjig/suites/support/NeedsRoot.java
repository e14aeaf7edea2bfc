package dev.netjig.suites.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Cannot run as root of a mere user namespace: {@code mvn verify -Prootless} leaves it out. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("needs-root")
public @interface NeedsRoot {

    /** For containers and engines. */
    String ENGINE = "an engine mounts, has control groups and a daemon of the machine's root";

    /** Why: what the kernel refuses without it. */
    String value();
}
