/** Packet sockets: what passes the devices of a namespace, seen without privileges on the machine. */
@NullMarked
package dev.netjig.kernel.packet;

import org.jspecify.annotations.NullMarked;
