package dev.netjig.suites.scenario.sample;

import dev.netjig.suites.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** For the test of the listener. */
@Scenario(id = "X1", title = "one")
public class ChapterTestCase {

    @Test
    void passes() {}
}
