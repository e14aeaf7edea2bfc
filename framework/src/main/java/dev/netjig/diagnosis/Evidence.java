package dev.netjig.diagnosis;

import java.util.Arrays;

/**
 * Something that was seen.
 *
 * @param witness who saw it: {@code sendto}, {@code nftrace}, {@code capture}, {@code snmp}, {@code ip route get} …
 * @param saw what it saw
 */
public record Evidence(String witness, String saw) {

    static Evidence[] and(Evidence[] some, Evidence more) {
        Evidence[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }

    @Override
    public String toString() {
        return witness + ": " + saw;
    }
}
