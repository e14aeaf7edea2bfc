/**
 * What the kernel itself says about the packets it drops, for root: a program of the kernel's own virtual machine,
 * assembled here and loaded with bpf(2), watches the tracepoint kfree_skb. No compiler and no other program takes part,
 * and nothing outlives its descriptors.
 */
@NullMarked
package dev.netjig.kernel.bpf;

import org.jspecify.annotations.NullMarked;
