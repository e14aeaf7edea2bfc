package dev.netjig.reports.site;

import java.util.Locale;

/**
 * A file that a test left, as it lies in the site.
 *
 * @param name {@code capture.pcapng}
 * @param path relative to the site: {@code evidence/1f0c/capture.pcapng}
 * @param text what a person reads of it on the test's page; empty for what is no text or too long
 */
record Evidence(String name, String path, Kind kind, long size, String text) {

    /** What it is, in the order in which people ask for it. */
    enum Kind {
        PICTURE("picture", "The network, and how far the packet came"),
        JOURNEY("journey", "The packet's journey"),
        MATRIX("reachability", "Who reaches whom"),
        CAPTURE("capture", "For Wireshark, or: tcpdump -r"),
        SCRIPT("rebuild script", "Builds the same network by hand, as root"),
        STATE("state", "The kernel's state"),
        COMMANDS("commands", "The commands that ran"),
        OTHER("file", "");

        private final String word;
        private final String hint;

        Kind(String word, String hint) {
            this.word = word;
            this.hint = hint;
        }

        String word() {
            return word;
        }

        String hint() {
            return hint;
        }

        static Kind of(String name, String mediaType) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (mediaType.startsWith("image/") || lower.endsWith(".svg") || lower.endsWith(".png")) {
                return PICTURE;
            }
            if (lower.endsWith(".pcapng") || lower.endsWith(".pcap")) {
                return CAPTURE;
            }
            if (lower.endsWith(".sh")) {
                return SCRIPT;
            }
            if (lower.startsWith("reachability")) {
                return MATRIX;
            }
            if (lower.startsWith("journey") || lower.startsWith("explanation")) {
                return JOURNEY;
            }
            if (lower.startsWith("state")) {
                return STATE;
            }
            return lower.startsWith("command") ? COMMANDS : OTHER;
        }
    }

    boolean isImage() {
        return kind == Kind.PICTURE && (name.endsWith(".svg") || name.endsWith(".png"));
    }
}
