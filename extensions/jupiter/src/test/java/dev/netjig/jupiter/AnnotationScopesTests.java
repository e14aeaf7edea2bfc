package dev.netjig.jupiter;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Policy.ACCEPT;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Declared;
import dev.netjig.topology.MasqueradeSpec;
import dev.netjig.topology.SysctlSpec;
import dev.netjig.topology.Topology;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What adds to what, what replaces what, and where a declaration is said to stand. */
class AnnotationScopesTests {

    private static final String FORWARDING = "net.ipv4.ip_forward";

    @Netns("of-interface")
    interface Declaring {}

    @Netns("of-other-interface")
    interface AlsoDeclaring extends Declaring {}

    @Netns("of-superclass")
    @Sysctl(key = FORWARDING, value = "1")
    abstract static class Superclass implements Declaring {

        @Netns("of-inherited-method")
        void inherited() {}
    }

    @Netns("of-class")
    static class Subclass extends Superclass implements AlsoDeclaring {

        @Netns("of-method")
        void method() {}

        @Sysctl(key = FORWARDING, value = "0")
        void overriding() {}

        @Nested
        @Netns("of-nested")
        class Inner {

            @Netns("of-nested-method")
            @Sysctl(key = FORWARDING, value = "0")
            void method() {}
        }

        @Nested
        @Sysctl(key = FORWARDING, value = "0")
        class Overriding {

            @Sysctl(key = FORWARDING, value = "1")
            void back_again() {}
        }
    }

    @Sysctl(key = FORWARDING, value = "0")
    static class OverridingSubclass extends Superclass {}

    @Test
    void superclasses_and_interfaces_come_before_the_class_and_each_only_once() {
        assertThat(read(Subclass.class).namespaces())
                .containsExactly("node", "of-interface", "of-superclass", "of-other-interface", "of-class");
    }

    @Test
    void nested_classes_and_methods_add_to_what_encloses_them() throws Exception {
        Topology topology =
                read(Subclass.class, Subclass.Inner.class, Subclass.Inner.class.getDeclaredMethod("method"));

        assertThat(topology.namespaces()).endsWith("of-class", "of-nested", "of-nested-method");
    }

    @Test
    void a_method_that_is_inherited_adds_to_the_subclass() throws Exception {
        Topology topology = read(Subclass.class, Superclass.class.getDeclaredMethod("inherited"));

        assertThat(topology.namespaces()).endsWith("of-class", "of-inherited-method");
    }

    @Test
    void a_sysctl_of_a_method_replaces_that_of_its_class() throws Exception {
        assertThat(forwarding(read(Subclass.class, Subclass.class.getDeclaredMethod("overriding"))))
                .containsExactly("0");
    }

    @Test
    void a_sysctl_of_a_nested_class_replaces_that_of_the_class_around_it() {
        assertThat(forwarding(read(Subclass.class, Subclass.Overriding.class))).containsExactly("0");
    }

    @Test
    void the_innermost_sysctl_wins() throws Exception {
        assertThat(forwarding(read(
                        Subclass.class,
                        Subclass.Overriding.class,
                        Subclass.Overriding.class.getDeclaredMethod("back_again"))))
                .containsExactly("1");
    }

    @Test
    void a_sysctl_of_a_subclass_replaces_that_of_its_superclass() {
        assertThat(forwarding(read(OverridingSubclass.class))).containsExactly("0");
    }

    @ChainPolicy(chain = FORWARD, target = DROP)
    static class ForwardDrop {

        @ChainPolicy(chain = FORWARD, target = ACCEPT)
        void accept() {}

        @ChainPolicy(chain = FORWARD, target = ACCEPT, backend = IPTABLES_LEGACY)
        void accept_by_another_backend() {}
    }

    @Test
    void a_chain_policy_of_a_method_replaces_that_of_its_class() throws Exception {
        Topology topology = read(ForwardDrop.class, ForwardDrop.class.getDeclaredMethod("accept"));

        assertThat(topology.all(ChainPolicySpec.class))
                .extracting(ChainPolicySpec::policy)
                .containsExactly(ACCEPT);
    }

    @Test
    void a_chain_policy_of_another_backend_is_another_chain() throws Exception {
        Topology topology = read(ForwardDrop.class, ForwardDrop.class.getDeclaredMethod("accept_by_another_backend"));

        assertThat(topology.all(ChainPolicySpec.class))
                .extracting(ChainPolicySpec::policy)
                .containsExactly(DROP, ACCEPT);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Netns("red")
    @Bridge(name = "br0")
    @Sysctl(key = FORWARDING, value = "1")
    @interface Lab {}

    @Retention(RetentionPolicy.RUNTIME)
    @Lab
    @Netns("blue")
    @Sysctl(key = FORWARDING, value = "0")
    @interface BiggerLab {
        String purpose() default "";
    }

    @BiggerLab(purpose = "test")
    static class InTheBiggerLab {}

    @Sysctl(key = FORWARDING, value = "0")
    @Netns("green")
    @Lab
    static class InTheLab {}

    @Test
    void a_composed_annotation_brings_what_it_is_composed_of() {
        assertThat(read(InTheBiggerLab.class).namespaces()).containsExactly("node", "red", "blue");
    }

    static class HeirOfTheBiggerLab extends InTheBiggerLab {}

    @Test
    void a_subclass_inherits_it_whether_or_not_the_composed_annotation_is_inherited() {
        assertThat(read(HeirOfTheBiggerLab.class)).isEqualTo(read(InTheBiggerLab.class));
    }

    @Test
    void what_is_written_beside_a_composed_annotation_replaces_what_it_brings() {
        assertThat(forwarding(read(InTheLab.class))).containsExactly("0");
        assertThat(forwarding(read(InTheBiggerLab.class))).containsExactly("0");
    }

    @Test
    void the_origin_names_every_composed_annotation_on_the_way() {
        assertThat(origins(read(InTheBiggerLab.class)))
                .containsExactly(
                        "@Netns(\"red\") from @Lab from @BiggerLab(purpose = \"test\")"
                                + " on class AnnotationScopesTests.InTheBiggerLab",
                        "@Bridge(name = \"br0\") from @Lab from @BiggerLab(purpose = \"test\")"
                                + " on class AnnotationScopesTests.InTheBiggerLab",
                        "@Netns(\"blue\") from @BiggerLab(purpose = \"test\")"
                                + " on class AnnotationScopesTests.InTheBiggerLab",
                        "@Sysctl(key = \"net.ipv4.ip_forward\", value = \"0\") from @BiggerLab(purpose = \"test\")"
                                + " on class AnnotationScopesTests.InTheBiggerLab");
    }

    @Test
    void the_origin_names_the_class_interface_or_method_that_the_annotation_stands_on() throws Exception {
        assertThat(origins(
                        read(Subclass.class, Subclass.Inner.class, Subclass.Inner.class.getDeclaredMethod("method"))))
                .containsExactly(
                        "@Netns(\"of-interface\") on interface AnnotationScopesTests.Declaring",
                        "@Netns(\"of-superclass\") on class AnnotationScopesTests.Superclass",
                        "@Netns(\"of-other-interface\") on interface AnnotationScopesTests.AlsoDeclaring",
                        "@Netns(\"of-class\") on class AnnotationScopesTests.Subclass",
                        "@Netns(\"of-nested\") on class AnnotationScopesTests.Subclass.Inner",
                        "@Netns(\"of-nested-method\") on AnnotationScopesTests.Subclass.Inner#method",
                        "@Sysctl(key = \"net.ipv4.ip_forward\", value = \"0\")"
                                + " on AnnotationScopesTests.Subclass.Inner#method");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(Tagged.Several.class)
    @Sysctl(key = FORWARDING, value = "1")
    @interface Tagged {
        String value();

        @Retention(RetentionPolicy.RUNTIME)
        @interface Several {
            Tagged[] value();
        }
    }

    @Tagged("a")
    @Tagged("b")
    static class TaggedTwice {}

    @Test
    void a_composed_annotation_may_be_repeatable() {
        assertThat(origins(read(TaggedTwice.class)))
                .containsExactly("@Sysctl(key = \"net.ipv4.ip_forward\", value = \"1\") from @Tagged(\"a\")"
                        + " on class AnnotationScopesTests.TaggedTwice");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Circular
    @Netns("red")
    @interface Circular {}

    @Circular
    static class InACircle {}

    @Test
    void an_annotation_that_stands_on_itself_is_read_once() {
        assertThat(read(InACircle.class).namespaces()).containsExactly("node", "red");
    }

    @Nested
    class Firewalls {

        @Masquerade(source = "10.1.0.0/16")
        abstract static class ByDefault {}

        static class Plain extends ByDefault {}

        @Firewall(IPTABLES_NFT)
        @Masquerade(source = "10.2.0.0/16")
        @Masquerade(source = "10.3.0.0/16", backend = NFTABLES)
        static class ByIptables extends ByDefault {

            @Masquerade(source = "10.4.0.0/16")
            void as_the_class() {}

            @Firewall(IPTABLES_LEGACY)
            @Masquerade(source = "10.4.0.0/16")
            void legacy() {}

            @Nested
            @Firewall(NFTABLES)
            @Masquerade(source = "10.5.0.0/16")
            class ByNftables {}
        }

        static class Heir extends ByIptables {}

        @Retention(RetentionPolicy.RUNTIME)
        @Firewall(IPTABLES_LEGACY)
        @interface Legacy {}

        @Legacy
        @Masquerade(source = "10.2.0.0/16")
        static class ByComposedAnnotation {}

        @Test
        void nftables_is_the_default() {
            assertThat(backends(read(Plain.class))).containsExactly("10.1.0.0/16 NFTABLES");
        }

        @Test
        void the_class_says_it_for_what_it_inherits_too_but_not_for_what_names_its_own() {
            assertThat(backends(read(ByIptables.class)))
                    .containsExactly("10.1.0.0/16 IPTABLES_NFT", "10.2.0.0/16 IPTABLES_NFT", "10.3.0.0/16 NFTABLES");
        }

        @Test
        void a_subclass_inherits_it() {
            assertThat(backends(read(Heir.class))).contains("10.2.0.0/16 IPTABLES_NFT");
        }

        @Test
        void it_counts_for_the_methods_of_the_class() throws Exception {
            assertThat(backends(read(ByIptables.class, ByIptables.class.getDeclaredMethod("as_the_class"))))
                    .endsWith("10.4.0.0/16 IPTABLES_NFT");
        }

        @Test
        void a_method_says_it_for_itself_only() throws Exception {
            assertThat(backends(read(ByIptables.class, ByIptables.class.getDeclaredMethod("legacy"))))
                    .contains("10.2.0.0/16 IPTABLES_NFT")
                    .endsWith("10.4.0.0/16 IPTABLES_LEGACY");
        }

        @Test
        void a_nested_class_says_it_for_itself_only() {
            assertThat(backends(read(ByIptables.class, ByIptables.ByNftables.class)))
                    .contains("10.2.0.0/16 IPTABLES_NFT")
                    .endsWith("10.5.0.0/16 NFTABLES");
        }

        @Test
        void a_composed_annotation_says_it_for_the_class_that_it_stands_on() {
            assertThat(backends(read(ByComposedAnnotation.class))).containsExactly("10.2.0.0/16 IPTABLES_LEGACY");
        }

        private static List<String> backends(Topology topology) {
            return topology.all(MasqueradeSpec.class).stream()
                    .map(masquerade -> masquerade.source() + " " + masquerade.backend())
                    .toList();
        }
    }

    private static Topology read(AnnotatedElement... scopes) {
        return TopologyReader.read(List.of(scopes));
    }

    private static List<String> forwarding(Topology topology) {
        return topology.all(SysctlSpec.class).stream().map(SysctlSpec::value).toList();
    }

    private static List<String> origins(Topology topology) {
        return topology.declarations().stream()
                .map(Declared::origin)
                .map(Object::toString)
                .toList();
    }
}
