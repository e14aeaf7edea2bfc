/** Captures as files that tcpdump, tshark and Wireshark read. */
@NullMarked
package dev.netjig.evidence.pcapng;

import org.jspecify.annotations.NullMarked;
