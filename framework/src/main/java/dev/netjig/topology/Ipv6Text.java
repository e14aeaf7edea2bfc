package dev.netjig.topology;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv6 text: read as RFC 4291 section 2.2 allows it, written as RFC 5952 wants it. */
final class Ipv6Text {

    private static final int BYTES = 16;
    private static final int GROUPS = 8;
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern COLON = Pattern.compile(":");
    private static final byte[] MAPPED_PREFIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private Ipv6Text() {}

    static Optional<InetAddress> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true).filter(groups -> groups.size() == GROUPS).map(Ipv6Text::address);
        }
        // A second "::" leaves an empty group in the tail, which groups() refuses.
        Optional<List<Integer>> tail = groups(text.substring(gap + 2), true);
        return groups(text.substring(0, gap), false)
                .flatMap(head -> tail.flatMap(present -> withGap(head, present)))
                .map(Ipv6Text::address);
    }

    private static Optional<List<Integer>> withGap(List<Integer> head, List<Integer> tail) {
        int zeros = GROUPS - head.size() - tail.size();
        if (zeros < 1) {
            return Optional.empty();
        }
        List<Integer> groups = new ArrayList<>(head);
        for (int i = 0; i < zeros; i++) {
            groups.add(0);
        }
        groups.addAll(tail);
        return Optional.of(groups);
    }

    /** The groups between colons; at the end of an address, dotted IPv4 may stand for the last two. */
    private static Optional<List<Integer>> groups(String text, boolean atEnd) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] words = COLON.split(text, -1);
        for (int i = 0; i < words.length; i++) {
            if (GROUP.matcher(words[i]).matches()) {
                groups.add(Integer.parseInt(words[i], 16));
                continue;
            }
            Optional<byte[]> dotted = atEnd && i == words.length - 1 ? Ipv4Text.bytes(words[i]) : Optional.empty();
            if (dotted.isEmpty()) {
                return Optional.empty();
            }
            byte[] bytes = dotted.get();
            groups.add(((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff));
            groups.add(((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff));
        }
        return Optional.of(groups);
    }

    private static InetAddress address(List<Integer> groups) {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < GROUPS; i++) {
            bytes[2 * i] = (byte) (groups.get(i) >> 8);
            bytes[2 * i + 1] = (byte) (int) groups.get(i);
        }
        return address(bytes);
    }

    /** Keeps ::ffff:0:0/96 as IPv6, where {@link InetAddress#getByAddress(byte[])} would make it IPv4. */
    static InetAddress address(byte[] bytes) {
        try {
            return Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException impossible) {
            throw new AssertionError("sixteen bytes are an IPv6 address", impossible);
        }
    }

    static String format(byte[] bytes) {
        if (Arrays.equals(bytes, 0, MAPPED_PREFIX.length, MAPPED_PREFIX, 0, MAPPED_PREFIX.length)) {
            return "::ffff:" + Ipv4Text.format(Arrays.copyOfRange(bytes, MAPPED_PREFIX.length, BYTES));
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int[] gap = longestZeroRun(groups);
        if (gap[1] < 2) {
            return join(groups, 0, GROUPS);
        }
        return join(groups, 0, gap[0]) + "::" + join(groups, gap[0] + gap[1], GROUPS);
    }

    /** Start and length of the first of the longest runs of zero groups. */
    private static int[] longestZeroRun(int[] groups) {
        int[] best = {0, 0};
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - start > best[1]) {
                best = new int[] {start, end - start};
            }
        }
        return best;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
