package dev.netjig.doctor;

import dev.netjig.testbed.Programs;
import java.util.List;

/** The programs that netjig starts and that documents' commands are made of. */
final class Tools {

    private record Tool(Area area, String program, String version, String aPackage, String why) {}

    /** An ordinary user's PATH on Debian has none of it. */
    private static final String[] SBIN = {"/usr/local/sbin", "/usr/sbin", "/sbin"};

    private static final String COMMANDS = "netjig starts commands in a namespace by it";
    private static final String DOCUMENTS = "commands of documents, run in a namespace";
    private static final String ENGINE = "@DockerEngine; the machine's own service need not run";

    private static final List<Tool> TOOLS = List.of(
            new Tool(Area.TOOLS, "setsid", "--version", "util-linux", COMMANDS),
            new Tool(Area.TOOLS, "nsenter", "--version", "util-linux", COMMANDS),
            new Tool(Area.TOOLS, "ip", "-V", "iproute2", DOCUMENTS),
            new Tool(Area.TOOLS, "nft", "--version", "nftables", DOCUMENTS),
            new Tool(Area.TOOLS, "iptables-nft", "--version", "iptables", DOCUMENTS),
            new Tool(Area.TOOLS, "iptables-legacy", "--version", "iptables", DOCUMENTS),
            new Tool(Area.TOOLS, "ping", "-V", "iputils-ping", DOCUMENTS),
            new Tool(Area.TOOLS, "tcpdump", "--version", "tcpdump", DOCUMENTS),
            new Tool(Area.TOOLS, "conntrack", "--version", "conntrack", DOCUMENTS),
            new Tool(Area.TOOLS, "sysctl", "--version", "procps", DOCUMENTS),
            new Tool(Area.CONTAINERS, "dockerd", "--version", "docker.io", ENGINE),
            new Tool(Area.CONTAINERS, "containerd", "--version", "docker.io", ENGINE),
            new Tool(Area.CONTAINERS, "runc", "--version", "docker.io", ENGINE));

    private Tools() {}

    static List<Finding> findings() {
        return TOOLS.parallelStream().map(Tools::look).toList();
    }

    private static Finding look(Tool tool) {
        return Programs.find(tool.program(), SBIN)
                .map(path -> finding(tool, ToolVersion.of(path, tool.version())))
                .orElseGet(() -> finding(tool, "")
                        .but(
                                State.LIMITED,
                                "there is no program " + tool.program() + " on this machine",
                                "apt-get install " + tool.aPackage()));
    }

    private static Finding finding(Tool tool, String found) {
        return Finding.ok(tool.area(), tool.program(), found, tool.why());
    }
}
