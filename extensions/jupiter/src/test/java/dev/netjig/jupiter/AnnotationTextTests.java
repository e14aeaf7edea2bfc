package dev.netjig.jupiter;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.Policy.DROP;
import static dev.netjig.topology.RouteType.BLACKHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationTextTests {

    @Retention(RetentionPolicy.RUNTIME)
    @interface Lab {
        int zoom() default 1;

        Class<?> author() default Object.class;

        String about() default "";
    }

    @Netns("red")
    void only_value() {}

    @Netns(value = "red", lo = false)
    void value_and_more() {}

    @Internet
    void nothing() {}

    @Bridge(up = true, name = "br0", netns = "node", address = "192.168.0.1/24")
    void defaults_are_left_out() {}

    @Bridge(
            name = "br0",
            address = {"192.168.0.1/24", "2001:db8::1/64"})
    void several_values() {}

    @VethPair(
            mtu = 1400,
            name = "veth1-r",
            peer = @Peer(netns = "red", name = "veth2-r", address = "192.168.0.2/24", up = false))
    void annotation_inside() {}

    @ChainPolicy(target = DROP, chain = FORWARD, backend = IPTABLES_NFT)
    void constants() {}

    @Route(metric = 0, type = BLACKHOLE, to = "10.0.0.0/8")
    void zero_that_is_no_default() {}

    @FirewallRule(raw = "add rule ip netjig FORWARD log prefix \"a\\b\"")
    void quotes_and_backslashes() {}

    @Firewall(IPTABLES_LEGACY)
    void constant_alone() {}

    @Lab(zoom = 3, author = String.class, about = "x")
    void unknown_elements_by_name() {}

    static Stream<List<String>> texts() {
        return Stream.of(
                List.of("only_value", "@Netns(\"red\")"),
                List.of("value_and_more", "@Netns(value = \"red\", lo = false)"),
                List.of("nothing", "@Internet"),
                List.of("defaults_are_left_out", "@Bridge(name = \"br0\", address = \"192.168.0.1/24\")"),
                List.of(
                        "several_values",
                        "@Bridge(name = \"br0\", address = {\"192.168.0.1/24\", \"2001:db8::1/64\"})"),
                List.of(
                        "annotation_inside",
                        "@VethPair(name = \"veth1-r\", mtu = 1400, peer = @Peer(name = \"veth2-r\", netns = \"red\","
                                + " address = \"192.168.0.2/24\", up = false))"),
                List.of("constants", "@ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_NFT)"),
                List.of("zero_that_is_no_default", "@Route(type = BLACKHOLE, to = \"10.0.0.0/8\", metric = 0)"),
                List.of(
                        "quotes_and_backslashes",
                        "@FirewallRule(raw = \"add rule ip netjig FORWARD log prefix \\\"a\\\\b\\\"\")"),
                List.of("constant_alone", "@Firewall(IPTABLES_LEGACY)"),
                List.of("unknown_elements_by_name", "@Lab(about = \"x\", author = String.class, zoom = 3)"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void prints_an_annotation_as_it_is_written(List<String> text) throws Exception {
        Annotation annotation =
                AnnotationTextTests.class.getDeclaredMethod(text.get(0)).getDeclaredAnnotations()[0];

        assertThat(AnnotationText.of(annotation)).isEqualTo(text.get(1));
    }

    @Test
    void knows_the_place_of_every_element_of_netjigs_annotations() {
        assertThat(AnnotationConventionsTests.all())
                .flatExtracting(type -> Stream.of(type.getDeclaredMethods())
                        .map(Method::getName)
                        .toList())
                .isSubsetOf(AnnotationText.ORDER);
    }
}
