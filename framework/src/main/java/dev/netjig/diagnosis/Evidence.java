package dev.netjig.diagnosis;

/**
 * Something that was seen.
 *
 * @param witness who saw it: {@code sendto}, {@code nftrace}, {@code capture}, {@code snmp}, {@code ip route get} …
 * @param saw what it saw
 */
public record Evidence(String witness, String saw) {

    @Override
    public String toString() {
        return witness + ": " + saw;
    }
}
