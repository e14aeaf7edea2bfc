/** What makes a test a scenario of the documents, and hands its result to the report. */
@NullMarked
package dev.netjig.suites.scenario;

import org.jspecify.annotations.NullMarked;
