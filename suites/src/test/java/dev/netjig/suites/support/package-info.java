/** What the chapters share: a document's commands run by hand, and kernel states that can be compared. */
@NullMarked
package dev.netjig.suites.support;

import org.jspecify.annotations.NullMarked;
