package dev.netjig.suites.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the documents' scenario that a test belongs to: one row of the table that the build prints.
 *
 * <p>The nearest one counts: the test method's, that of its class, that of a class around it. Several tests, classes too,
 * may share a scenario; they repeat id and title word by word.
 *
 * <pre>{@code
 * @Scenario(id = "B1", title = "FORWARD DROP stops red from reaching blue")
 * class ForwardDrop {}
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(ScenarioCauses.class)
public @interface Scenario {

    /** The chapter's letter and the scenario's number: {@code B1}, {@code A3.5}. */
    String id();

    /** What happens, in one sentence without a full stop. */
    String title();
}
