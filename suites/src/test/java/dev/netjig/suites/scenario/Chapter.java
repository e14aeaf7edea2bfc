package dev.netjig.suites.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the package of a chapter: its title in the table.
 *
 * <pre>{@code
 * @Chapter("two namespaces on a bridge")
 * package dev.netjig.suites.chapterb;
 * }</pre>
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Chapter {

    /** The title, without the chapter's letter. */
    String value();
}
