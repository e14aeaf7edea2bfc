/**
 * What is wanted: immutable specifications of namespaces, links, addresses, routes, sysctls and firewall rules,
 * their validation, the plan of steps that builds them, and the same plan as a shell script. Knows nothing but
 * {@code java.base}: no I/O, no native code, no kernel.
 */
@NullMarked
package dev.netjig.topology;

import org.jspecify.annotations.NullMarked;
