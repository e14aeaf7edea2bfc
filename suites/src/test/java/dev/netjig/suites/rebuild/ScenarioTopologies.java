package dev.netjig.suites.rebuild;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.netjig.jupiter.DeclaredTopology;
import dev.netjig.topology.NetnsSpec;
import dev.netjig.topology.Topology;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The topologies that the tests of the documents' chapters declare by annotations. */
final class ScenarioTopologies {

    private ScenarioTopologies() {}

    /** Each once, with the first test that declares it; not those that take in namespaces which others make. */
    static Map<Topology, String> all() {
        TestPlan plan = LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage("dev.netjig.suites"))
                        .filters(includeClassNamePatterns("dev\\.netjig\\.suites\\.chapter.*(?<!TestCase)"))
                        .build());
        Map<Topology, String> all = new LinkedHashMap<>();
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(TestIdentifier::getSource)
                .flatMap(source -> source.stream())
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .forEach(test -> all.putIfAbsent(
                        DeclaredTopology.of(test.getJavaClass(), test.getJavaMethod()),
                        test.getJavaClass().getSimpleName() + "#" + test.getMethodName()));
        all.keySet().removeIf(topology -> topology.all(NetnsSpec.class).stream().anyMatch(NetnsSpec::adopted));
        return all;
    }
}
