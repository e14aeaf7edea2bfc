package dev.netjig.reports.run;

import java.util.Map;

/** Tells the report about the machine what only the tests' own library knows. Found through {@code META-INF/services}. */
public interface RunFacts {

    /** Name and value. Asked once, before the first test. */
    Map<String, String> facts();
}
