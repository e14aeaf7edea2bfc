package dev.netjig.suites.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rings of netjig depend on each other in one direction, and each touches only what it is for. */
class RingTests {

    /** Raise it as netjig grows: its use is to notice that the rules ran on an empty or partial import. */
    private static final int FEWEST_CLASSES = 350;

    private static final String TOPOLOGY = "dev.netjig.topology..";
    private static final String KERNEL = "dev.netjig.kernel..";
    private static final String TESTBED = "dev.netjig.testbed..";
    private static final String PROBE = "dev.netjig.probe..";
    private static final String DIAGNOSIS = "dev.netjig.diagnosis..";
    private static final String ASSERTIONS = "dev.netjig.assertions..";
    private static final String EVIDENCE = "dev.netjig.evidence..";
    private static final String JUPITER = "dev.netjig.jupiter..";
    private static final String ALLURE = "dev.netjig.allure..";
    private static final String CONTAINERS = "dev.netjig.testcontainers..";
    private static final String PICTURE = "dev.netjig.picture..";
    private static final String DOCTOR = "dev.netjig.doctor..";
    private static final String SHARDS = "dev.netjig.shards..";

    private static final JavaClasses NETJIG = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("dev.netjig")
            .that(DescribedPredicate.not(resideInAnyPackage("dev.netjig.suites..", "dev.netjig.reports..")));

    private static final JavaClasses FRAMEWORK = NETJIG.that(
            DescribedPredicate.not(resideInAnyPackage(JUPITER, CONTAINERS, ALLURE, PICTURE, DOCTOR, SHARDS)));

    private static final DescribedPredicate<JavaClass> IN_JAVA_BASE =
            DescribedPredicate.describe("belong to java.base", RingTests::isInJavaBase);

    @Test
    void enough_classes_are_looked_at() {
        assertThat(NETJIG).hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOPOLOGY,
                KERNEL,
                TESTBED,
                PROBE,
                DIAGNOSIS,
                ASSERTIONS,
                EVIDENCE,
                JUPITER,
                CONTAINERS,
                ALLURE,
                PICTURE,
                DOCTOR,
                SHARDS
            })
    void every_ring_is_looked_at(String ring) {
        assertThat(NETJIG.that(resideInAPackage(ring))).isNotEmpty();
    }

    @Test
    void every_class_belongs_to_a_ring() {
        classes()
                .should()
                .resideInAnyPackage(
                        TOPOLOGY,
                        KERNEL,
                        TESTBED,
                        PROBE,
                        DIAGNOSIS,
                        ASSERTIONS,
                        EVIDENCE,
                        JUPITER,
                        CONTAINERS,
                        ALLURE,
                        PICTURE,
                        DOCTOR,
                        SHARDS)
                .check(NETJIG);
    }

    @Test
    void rings_depend_inwards_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("topology")
                .definedBy(TOPOLOGY)
                .layer("kernel")
                .definedBy(KERNEL)
                .layer("testbed")
                .definedBy(TESTBED)
                .layer("probe")
                .definedBy(PROBE)
                .layer("diagnosis")
                .definedBy(DIAGNOSIS)
                .layer("assertions")
                .definedBy(ASSERTIONS)
                .layer("evidence")
                .definedBy(EVIDENCE)
                .layer("jupiter")
                .definedBy(JUPITER)
                .layer("containers")
                .definedBy(CONTAINERS)
                .layer("picture")
                .definedBy(PICTURE)
                .layer("doctor")
                .definedBy(DOCTOR)
                .whereLayer("containers")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("picture")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("doctor")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("jupiter")
                .mayOnlyBeAccessedByLayers("containers", "doctor")
                .whereLayer("evidence")
                .mayOnlyBeAccessedByLayers("jupiter", "containers", "picture")
                .whereLayer("assertions")
                .mayOnlyBeAccessedByLayers("evidence", "jupiter", "containers")
                .whereLayer("diagnosis")
                .mayOnlyBeAccessedByLayers("assertions", "evidence", "jupiter", "containers", "picture")
                .whereLayer("probe")
                .mayOnlyBeAccessedByLayers("diagnosis", "assertions", "evidence", "jupiter", "containers", "picture")
                .whereLayer("testbed")
                .mayOnlyBeAccessedByLayers(
                        "probe", "diagnosis", "assertions", "evidence", "jupiter", "containers", "doctor")
                .whereLayer("kernel")
                .mayOnlyBeAccessedByLayers(
                        "testbed", "probe", "diagnosis", "assertions", "evidence", "jupiter", "containers", "doctor")
                .whereLayer("topology")
                .mayNotAccessAnyLayer()
                .check(NETJIG);
    }

    @Test
    void topology_touches_java_base_only() {
        classes()
                .that()
                .resideInAPackage(TOPOLOGY)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(TOPOLOGY, "org.jspecify.annotations").or(IN_JAVA_BASE))
                .check(NETJIG);
    }

    @Test
    void topology_does_no_input_or_output() {
        noClasses()
                .that()
                .resideInAPackage(TOPOLOGY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.File.class, java.net.Socket.class, Process.class, Thread.class)
                .check(NETJIG);
    }

    @Test
    void native_code_is_seen_by_the_kernel_ring_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(KERNEL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jnr..", "com.kenai.jffi..")
                .check(NETJIG);
    }

    @Test
    void docker_is_known_to_the_containers_ring_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CONTAINERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..", "org.testcontainers..")
                .check(NETJIG);
    }

    @Test
    void containers_do_not_reach_into_the_kernel_ring() {
        noClasses()
                .that()
                .resideInAPackage(CONTAINERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(KERNEL)
                .check(NETJIG);
    }

    @Test
    void allure_is_known_to_its_bridge_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ALLURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qameta..")
                .check(NETJIG);
    }

    @Test
    void the_bridge_to_allure_knows_nothing_else_of_netjig() {
        noClasses()
                .that()
                .resideInAPackage(ALLURE)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.netjig..").and(resideOutsideOfPackage(ALLURE)))
                .check(NETJIG);
    }

    @Test
    void the_filter_of_shards_knows_nothing_else_of_netjig() {
        noClasses()
                .that()
                .resideInAPackage(SHARDS)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.netjig..").and(resideOutsideOfPackage(SHARDS)))
                .check(NETJIG);
    }

    @Test
    void the_framework_knows_no_test_framework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.testng..", "io.qameta..")
                .check(FRAMEWORK);
    }

    private static boolean isInJavaBase(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isPrimitive()
                || moduleOf(element).filter("java.base"::equals).isPresent();
    }

    private static Optional<String> moduleOf(JavaClass type) {
        try {
            Class<?> loaded = Class.forName(type.getName(), false, RingTests.class.getClassLoader());
            return Optional.ofNullable(loaded.getModule().getName());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
