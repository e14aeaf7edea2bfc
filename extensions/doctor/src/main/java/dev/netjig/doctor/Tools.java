package dev.netjig.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs that netjig starts and that documents' commands are made of. */
final class Tools {

    private record Tool(Area area, String program, String version, String aPackage, State lack, String why) {}

    private static final String COMMANDS = "netjig starts commands in a namespace by it";
    private static final String DOCUMENTS = "commands of documents, run in a namespace";
    private static final String ENGINE = "@DockerEngine; the machine's own service need not run";

    private static final List<Tool> TOOLS = List.of(
            new Tool(Area.TOOLS, "setsid", "--version", "util-linux", State.LIMITED, COMMANDS),
            new Tool(Area.TOOLS, "nsenter", "--version", "util-linux", State.LIMITED, COMMANDS),
            new Tool(Area.TOOLS, "ip", "-V", "iproute2", State.LIMITED, DOCUMENTS),
            new Tool(Area.TOOLS, "nft", "--version", "nftables", State.LIMITED, DOCUMENTS),
            new Tool(Area.TOOLS, "iptables-nft", "--version", "iptables", State.LIMITED, DOCUMENTS),
            new Tool(Area.TOOLS, "iptables-legacy", "--version", "iptables", State.LIMITED, DOCUMENTS),
            new Tool(Area.TOOLS, "ping", "-V", "iputils-ping", State.LIMITED, DOCUMENTS),
            new Tool(Area.TOOLS, "tcpdump", "--version", "tcpdump", State.LIMITED, DOCUMENTS),
            new Tool(Area.TOOLS, "conntrack", "--version", "conntrack", State.LIMITED, DOCUMENTS),
            new Tool(Area.TOOLS, "sysctl", "--version", "procps", State.LIMITED, DOCUMENTS),
            new Tool(Area.CONTAINERS, "dockerd", "--version", "docker.io", State.LIMITED, ENGINE),
            new Tool(Area.CONTAINERS, "containerd", "--version", "docker.io", State.LIMITED, ENGINE),
            new Tool(Area.CONTAINERS, "runc", "--version", "docker.io", State.LIMITED, ENGINE));

    private Tools() {}

    static List<Finding> findings() {
        return TOOLS.parallelStream().map(Tools::look).toList();
    }

    private static Finding look(Tool tool) {
        Finding there = Finding.ok(tool.area(), tool.program(), "", tool.why());
        Optional<Path> program = Programs.find(tool.program());
        return program.map(path ->
                        Finding.ok(tool.area(), tool.program(), Programs.version(path, tool.version()), tool.why()))
                .orElseGet(() -> there.but(
                        tool.lack(),
                        "there is no program " + tool.program() + " on this machine",
                        "apt-get install " + tool.aPackage()));
    }
}
