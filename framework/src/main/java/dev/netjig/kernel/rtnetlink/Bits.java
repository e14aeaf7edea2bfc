package dev.netjig.kernel.rtnetlink;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Sets of flags as the kernel packs them into a number. Bits that netjig does not know are left out. */
final class Bits {

    private Bits() {}

    static <E extends Enum<E>> Set<E> toSet(Class<E> type, ToIntFunction<E> bit, int bits) {
        EnumSet<E> set = EnumSet.allOf(type);
        set.removeIf(flag -> (bits & bit.applyAsInt(flag)) == 0);
        return Collections.unmodifiableSet(set);
    }
}
