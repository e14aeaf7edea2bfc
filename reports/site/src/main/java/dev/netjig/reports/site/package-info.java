/** The site: one folder that opens from disk, with an overview of a build's tests and a page for each that has something to show. */
@NullMarked
package dev.netjig.reports.site;

import org.jspecify.annotations.NullMarked;
