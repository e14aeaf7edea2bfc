package dev.netjig.probe;

import dev.netjig.kernel.packet.CapturedFrame;

/** A packet that was seen, and the bytes in which it was. */
public record CapturedPacket(Sighting sighting, CapturedFrame frame) {}
