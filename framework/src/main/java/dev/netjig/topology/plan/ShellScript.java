package dev.netjig.topology.plan;

final class ShellScript {
    private ShellScript() {}

    static String of(Plan plan) {
        return "#!/bin/sh\n";
    }
}
