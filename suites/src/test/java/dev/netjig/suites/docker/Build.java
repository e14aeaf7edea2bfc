package dev.netjig.suites.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build did.
 *
 * @param output what it printed
 * @param error why it failed; empty if it did not
 */
public record Build(String output, Optional<String> error) {

    private static final Pattern STEP =
            Pattern.compile("(?m)^Step (\\d+)/(\\d+) : (.*)\n((?:(?!Step \\d+/\\d+ : |Successfully built ).*\n?)*)");
    private static final Pattern ID = Pattern.compile("(?m)^ ---> ([0-9a-f]{12})$");
    private static final Pattern BUILT = Pattern.compile("(?m)^Successfully built ([0-9a-f]+)$");

    /**
     * A step of the classic builder, {@code Step 5/8 : RUN npm install}.
     *
     * @param cached whether it printed {@code ---> Using cache}; it ran if not
     * @param image the id of the image that it made, twelve digits
     */
    public record Step(int number, String instruction, boolean cached, String image) {}

    /** The steps that came to an end, in order. */
    public List<Step> steps() {
        List<Step> all = new ArrayList<>();
        Matcher step = STEP.matcher(output);
        while (step.find()) {
            all.add(new Step(
                    Integer.parseInt(step.group(1)),
                    step.group(3).strip(),
                    step.group(4).contains(" ---> Using cache\n"),
                    last(step.group(4))));
        }
        return all;
    }

    /** The step whose instruction is this, word by word. */
    public Step step(String instruction) {
        return steps().stream()
                .filter(step -> step.instruction().equals(instruction))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + instruction + " in\n" + output));
    }

    /** The id of the image, twelve digits. */
    public String image() {
        Matcher built = BUILT.matcher(output);
        if (error.isPresent() || !built.find()) {
            throw new IllegalStateException("the build failed: " + error.orElse("no image") + "\n" + output);
        }
        return built.group(1);
    }

    private static String last(String text) {
        Matcher id = ID.matcher(text);
        String last = "";
        while (id.find()) {
            last = id.group(1);
        }
        return last;
    }
}
