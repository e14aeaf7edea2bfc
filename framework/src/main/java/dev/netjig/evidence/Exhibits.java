package dev.netjig.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** All exhibits of a test: netjig's own, then those of each {@link ExhibitProvider} that is found. */
public final class Exhibits {

    private static final List<ExhibitProvider> OWN = List.of(
            new Summary(),
            new Journey(),
            new CaptureFile(),
            new RebuildScript(),
            new State(),
            new CommandLog(),
            new Environment());

    private static final class Holder {
        static final List<ExhibitProvider> ALL = all();
    }

    private Exhibits() {}

    /** Collects them, while the testbed of {@code test} is alive. Never fails; a provider that does is told of. */
    public static List<Exhibit> of(Case test) {
        return of(test, Holder.ALL);
    }

    static List<Exhibit> of(Case test, List<ExhibitProvider> providers) {
        List<Exhibit> exhibits = new ArrayList<>();
        StringBuilder problems = new StringBuilder();
        for (ExhibitProvider provider : providers) {
            try {
                exhibits.addAll(provider.exhibits(test));
            } catch (RuntimeException | LinkageError failed) {
                problems.append(Problems.text(provider.getClass().getName(), failed));
            }
        }
        if (!problems.isEmpty()) {
            exhibits.add(Exhibit.text(Problems.FILE, problems::toString));
        }
        return exhibits;
    }

    private static List<ExhibitProvider> all() {
        List<ExhibitProvider> all = new ArrayList<>(OWN);
        ServiceLoader.load(ExhibitProvider.class, ExhibitProvider.class.getClassLoader())
                .forEach(all::add);
        return List.copyOf(all);
    }
}
