/**
 * Turns the results of the document suites into what people read: a table on the terminal, a page and a JSON file. It
 * knows nothing of how tests run; they hand over one line of JSON each.
 */
@NullMarked
package dev.netjig.reports;

import org.jspecify.annotations.NullMarked;
