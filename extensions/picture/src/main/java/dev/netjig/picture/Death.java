package dev.netjig.picture;

import java.util.Optional;

/**
 * Where and of what a packet died.
 *
 * @param at the device or stack
 * @param words the cause in words, without the author of a rule
 * @param full the same with everything
 * @param remedy what to do about it
 * @param culprit the tag that is to blame, if it is one
 */
record Death(Vertex at, String words, String full, String remedy, Optional<Tag> culprit) {}
