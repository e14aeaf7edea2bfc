package dev.netjig.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code nft -a list ruleset}, which prints one rule a line and each line's handle at its end. */
final class NftListing {

    private static final Pattern TABLE = Pattern.compile("table (\\S+) (\\S+) \\{.*");
    private static final Pattern CHAIN = Pattern.compile("chain (\\S+) \\{.*");
    private static final Pattern BASE = Pattern.compile("type (\\S+) hook (\\S+) (?:device.* )?priority [^;]+;(.*)");
    private static final Pattern POLICY = Pattern.compile("policy (\\S+);");
    private static final Pattern HANDLE = Pattern.compile("\\s*# handle (\\d+)$");
    private static final Pattern COUNTER = Pattern.compile("counter packets (\\d+) bytes (\\d+) ?");
    /** Always last, so that a text in a rule, a log prefix for example, is not taken for it. */
    private static final Pattern COMMENT = Pattern.compile(" ?comment \"([^\"]*)\"$");

    private final List<FirewallChain> chains = new ArrayList<>();
    private String family = "";
    private String table = "";
    private boolean dormant;
    private @Nullable String chain;
    private Optional<String> type = Optional.empty();
    private Optional<String> hook = Optional.empty();
    private Optional<String> policy = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private List<FirewallRule> rules = new ArrayList<>();
    /** What was read of a rule of several lines. */
    private final StringBuilder open = new StringBuilder();

    private NftListing() {}

    static List<FirewallChain> parse(String listing) {
        NftListing parser = new NftListing();
        // Sets, maps and other blocks inside a table are skipped by depth: 1 is in a table, 2 in a chain.
        int depth = 0;
        for (String raw : listing.lines().toList()) {
            String line = raw.strip();
            Matcher handle = HANDLE.matcher(line);
            String text = handle.find() ? line.substring(0, handle.start()) : line;
            if (parser.chain != null && (depth > 2 || (depth == 2 && text.endsWith("{")))) {
                depth += parser.anonymousChain(text);
                if (depth == 2) {
                    parser.line(parser.open.toString().strip(), line);
                    parser.open.setLength(0);
                }
            } else if (text.equals("}")) {
                depth--;
                parser.leave(depth);
            } else if (text.endsWith("{")) {
                parser.enter(depth, text);
                depth++;
            } else if (depth == 1 && text.matches("flags (.*,)?dormant(,.*)?")) {
                parser.dormant = true;
            } else if (depth == 2 && parser.chain != null) {
                parser.line(text, line);
            }
        }
        return parser.chains;
    }

    private void enter(int depth, String text) {
        Matcher tableStart = TABLE.matcher(text);
        Matcher chainStart = CHAIN.matcher(text);
        if (depth == 0 && tableStart.matches()) {
            family = tableStart.group(1);
            table = tableStart.group(2);
            dormant = false;
        } else if (depth == 1 && chainStart.matches()) {
            chain = chainStart.group(1);
            type = Optional.empty();
            hook = Optional.empty();
            policy = Optional.empty();
            comment = Optional.empty();
            rules = new ArrayList<>();
        }
    }

    private void leave(int depth) {
        String name = chain;
        if (depth == 1 && name != null) {
            chains.add(new FirewallChain(
                    FirewallOwner.NFTABLES,
                    family,
                    table,
                    name,
                    type,
                    // The kernel does not call the chains of a dormant table.
                    dormant ? Optional.empty() : hook,
                    policy,
                    OptionalLong.empty(),
                    comment,
                    rules));
            chain = null;
        }
    }

    /** A chain that is written in the rule that jumps to it: part of the rule. Says by how much the depth changes. */
    private int anonymousChain(String text) {
        boolean opens = text.endsWith("{");
        boolean closes = text.equals("}");
        open.append(text).append(opens || closes ? " " : "; ");
        return opens ? 1 : closes ? -1 : 0;
    }

    private void line(String text, String whole) {
        Matcher base = BASE.matcher(text);
        if (base.matches()) {
            type = Optional.of(base.group(1));
            hook = Optional.of(base.group(2));
            Matcher chainPolicy = POLICY.matcher(base.group(3));
            policy = Optional.of(chainPolicy.find() ? chainPolicy.group(1) : "accept");
        } else if (text.startsWith("comment \"")) {
            comment = Optional.of(text.substring("comment \"".length(), text.length() - 1));
        } else if (!text.isEmpty()) {
            Matcher remark = COMMENT.matcher(text);
            Optional<String> words = remark.find() ? Optional.of(remark.group(1)) : Optional.empty();
            Matcher counter = COUNTER.matcher(remark.replaceAll(""));
            boolean counts = counter.find();
            OptionalLong packets = counts ? OptionalLong.of(Long.parseLong(counter.group(1))) : OptionalLong.empty();
            OptionalLong bytes = counts ? OptionalLong.of(Long.parseLong(counter.group(2))) : OptionalLong.empty();
            String bare = counter.replaceAll("").strip();
            rules.add(new FirewallRule(rules.size() + 1, bare, handle(whole), packets, bytes, words));
        }
    }

    private static OptionalLong handle(String line) {
        Matcher handle = HANDLE.matcher(line);
        return handle.find() ? OptionalLong.of(Long.parseLong(handle.group(1))) : OptionalLong.empty();
    }
}
