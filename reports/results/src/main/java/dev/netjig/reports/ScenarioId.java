package dev.netjig.reports;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of scenario ids as people count: A2, A3, A3.5, A10, B1. */
final class ScenarioId {

    static final Comparator<String> ORDER = ScenarioId::compare;

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private ScenarioId() {}

    /** The letters that an id begins with: {@code B} of {@code B1}. */
    static String chapter(String id) {
        int end = 0;
        while (end < id.length() && Character.isLetter(id.charAt(end))) {
            end++;
        }
        return id.substring(0, end);
    }

    private static int compare(String one, String other) {
        List<String> left = parts(one);
        List<String> right = parts(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = comparePart(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int comparePart(String left, String right) {
        if (Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0))) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return left.compareTo(right);
    }

    private static List<String> parts(String id) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(id);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }
}
