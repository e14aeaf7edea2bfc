package dev.netjig.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * Compares what the witnesses found with the drops that the kernel's tracepoint told of. It confirms a finding, casts
 * doubt on one, or names the place where nobody else had found anything.
 */
final class SecondTier {

    private final Scene scene;
    private final List<Drop> drops;

    private SecondTier(Scene scene, List<Drop> drops) {
        this.scene = scene;
        this.drops = drops;
    }

    static SecondTier of(Scene scene) {
        return new SecondTier(
                scene,
                scene.watch().drops(scene.trail()::isOurs).stream()
                        .filter(drop -> !drop.isNoise())
                        .toList());
    }

    /** The finding with what the kernel says of it. */
    Finding check(Finding finding) {
        Optional<Drop> fitting = drops.stream()
                .filter(drop -> DropReasons.fit(finding.cause(), drop))
                .findFirst();
        if (fitting.isPresent()) {
            return finding.and(new Evidence(DropWatch.WITNESS, fitting.get().toString()));
        }
        // A packet that had several copies is dropped several times; its answer, or the reset for that, may be too.
        Optional<Drop> other = drops.stream()
                .filter(drop -> DropReasons.isTelling(drop) && isAboutTheEnd(drop))
                .findFirst();
        return other.map(drop -> finding.asGuess().and(new Evidence(DropWatch.WITNESS, "but it says " + drop)))
                .orElse(finding);
    }

    /** What the drops alone say; of their rule or setting they say nothing. */
    Optional<Finding> testify() {
        List<Drop> ends = drops.stream().filter(this::isAboutTheEnd).toList();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        Drop last = ends.get(ends.size() - 1);
        Evidence seen = new Evidence(DropWatch.WITNESS, last.toString());
        return Optional.of(Finding.inferred(new Cause.Unknown(last.netns(), "dropped as " + last), seen));
    }

    /** The request while there was no answer, then the answer. */
    private boolean isAboutTheEnd(Drop drop) {
        boolean answered = scene.trail().lastReply().isPresent();
        return scene.trail().isOurs(drop.packet(), !answered) && !isStray(drop);
    }

    /** A copy that a bridge flooded to somebody who has no use for it. */
    private boolean isStray(Drop drop) {
        return drop.reason().equals("OTHERHOST")
                && scene.trail().lastLeg().sightings().stream()
                        .noneMatch(sighting -> sighting.netns().equals(drop.netns()));
    }
}
