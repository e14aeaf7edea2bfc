@Chapter("a sample")
package dev.netjig.suites.scenario.sample;

import dev.netjig.suites.scenario.Chapter;
