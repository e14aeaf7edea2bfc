package dev.netjig.shards;

import java.util.regex.Pattern;

/** A property or variable with its value. */
record Setting(String name, String value) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** The value as a number between {@code from} and {@code to}; {@code range} says in words which these are. */
    int number(int from, int to, String range) {
        if (NUMBER.matcher(value).matches()) {
            int number = Integer.parseInt(value);
            if (number >= from && number <= to) {
                return number;
            }
        }
        throw ShardException.notAllowed(name, value, "a whole number from " + range);
    }

    @Override
    public String toString() {
        return name + " is '" + value + "'";
    }
}
