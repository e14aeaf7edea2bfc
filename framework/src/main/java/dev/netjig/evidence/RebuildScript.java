package dev.netjig.evidence;

import java.util.List;

/** {@code rebuild.sh}: builds the topology by hand, without Java. */
final class RebuildScript implements ExhibitProvider {

    @Override
    public List<Exhibit> exhibits(Case test) {
        return test.isFull()
                ? List.of(Exhibit.of(
                        "rebuild.sh",
                        "text/x-shellscript;charset=UTF-8",
                        () -> test.topology().toShellScript()))
                : List.of();
    }
}
