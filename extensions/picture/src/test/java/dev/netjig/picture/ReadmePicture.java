package dev.netjig.picture;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.diagnosis.Observation;
import dev.netjig.probe.Ping;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the README's picture: a real packet, lost in a real network. */
final class ReadmePicture {

    static final String FILE = "forward-drop.svg";

    private ReadmePicture() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(FILE), draw());
    }

    static String draw() {
        Topology topology = Networks.forwardDrop().build();
        try (Testbed testbed = Testbed.create(topology)) {
            Observation lost = Diagnosis.observe(Ping.of(testbed.netns("red"), "192.168.0.3"));
            return TopologyPicture.of(topology).withJourney(lost).toSvg();
        }
    }
}
