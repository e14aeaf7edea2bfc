package dev.netjig.doctor;

import java.util.Optional;

/**
 * What the doctor found out about one thing.
 *
 * @param name of the thing; stays the same from version to version, for scripts
 * @param found what is there or is not, in one line
 * @param why what needs it
 * @param remedy what to do about it, a command where there is one; empty if nothing has to be done
 */
record Finding(Area area, String name, State state, String found, String why, Optional<String> remedy) {

    static Finding ok(Area area, String name, String found, String why) {
        return new Finding(area, name, State.OK, found, why, Optional.empty());
    }

    Finding but(State now, String instead, String cure) {
        return new Finding(area, name, now, instead, why, Optional.of(cure));
    }

    boolean is(State other) {
        return state == other;
    }
}
