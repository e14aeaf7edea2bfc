/** Brings files that tests publish into Allure's results. Knows JUnit and Allure, and nothing of netjig. */
@NullMarked
package dev.netjig.allure;

import org.jspecify.annotations.NullMarked;
