/** ICMP echo through raw sockets, with the errors that the network and the kernel answer it with. */
@NullMarked
package dev.netjig.kernel.icmp;

import org.jspecify.annotations.NullMarked;
