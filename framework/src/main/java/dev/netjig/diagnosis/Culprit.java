package dev.netjig.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What in a packet filter decided. */
public sealed interface Culprit {

    /** The place in the kernel: {@code prerouting}, {@code input}, {@code forward}, {@code output}, {@code postrouting}. */
    String hook();

    /** For a sentence: {@code the policy of ip filter FORWARD}. */
    String describe();

    /** A command that lets the packet through. */
    String remedy(String netns);

    /** Who asked for it, as its comment says, or as a {@link FilterAuthor} does. */
    Optional<String> comment();

    /** The same with a comment, where there is room for one. */
    Culprit withComment(String words);

    /**
     * A chain's policy.
     *
     * @param chain {@code ip filter FORWARD}, {@code iptables-legacy filter FORWARD}
     */
    record Policy(String hook, String chain, Optional<String> comment) implements Culprit {
        @Override
        public String describe() {
            return "the policy of chain " + chain + by(comment);
        }

        @Override
        public Culprit withComment(String words) {
            return new Policy(hook, chain, Optional.of(words));
        }

        @Override
        public String remedy(String netns) {
            String[] path = chain.split(" ");
            String exec = "ip netns exec " + netns + " ";
            if (path[0].endsWith("tables-legacy")) {
                return exec + path[0] + " -t " + path[1] + " -P " + path[2] + " ACCEPT";
            }
            return exec + "nft 'chain " + chain + " { policy accept; }'";
        }
    }

    /**
     * A rule of a chain.
     *
     * @param text as nft or iptables-save prints it, without its comment
     * @param number its place in the chain, from 1
     * @param handle nftables' number of it in the table
     */
    record Rule(String hook, String chain, String text, int number, OptionalLong handle, Optional<String> comment)
            implements Culprit {
        @Override
        public String describe() {
            return "the rule \"" + text + "\" of chain " + chain + by(comment);
        }

        @Override
        public Culprit withComment(String words) {
            return new Rule(hook, chain, text, number, handle, Optional.of(words));
        }

        @Override
        public String remedy(String netns) {
            String exec = "ip netns exec " + netns + " ";
            if (handle.isPresent()) {
                return exec + "nft delete rule " + chain + " handle " + handle.getAsLong();
            }
            String[] path = chain.split(" ");
            return exec + path[0] + " -t " + path[1] + " -D " + path[2] + " " + number;
        }
    }

    /** A filter at this hook, of which no more is known. */
    record Unseen(String hook) implements Culprit {
        @Override
        public String describe() {
            return "a packet filter at hook " + hook.toUpperCase(Locale.ROOT);
        }

        @Override
        public Culprit withComment(String words) {
            return this;
        }

        @Override
        public String remedy(String netns) {
            return "ip netns exec " + netns + " nft list ruleset";
        }

        @Override
        public Optional<String> comment() {
            return Optional.empty();
        }
    }

    private static String by(Optional<String> comment) {
        return comment.map(words -> " (" + words + ")").orElse("");
    }
}
