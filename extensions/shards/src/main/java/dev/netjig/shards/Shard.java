package dev.netjig.shards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of the tests.
 *
 * @param number from 1
 * @param of how many there are
 */
record Shard(int number, int of) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * Reads {@code 2/3}.
     *
     * @param name the property or variable that says so, for the message
     */
    static Shard parse(String name, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (shard.number >= 1 && shard.number <= shard.of) {
                return shard;
            }
        }
        throw ShardException.notAllowed(name, text, "i/n with i from 1 to n, as 2/3");
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
