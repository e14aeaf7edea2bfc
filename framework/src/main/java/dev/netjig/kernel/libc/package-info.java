/**
 * The C library through one small jnr-ffi interface: {@link dev.netjig.kernel.libc.Sys} checks every result and turns a
 * refusal into a {@link dev.netjig.kernel.KernelException}; {@link dev.netjig.kernel.libc.Fd} owns a descriptor.
 */
@NullMarked
package dev.netjig.kernel.libc;

import org.jspecify.annotations.NullMarked;
