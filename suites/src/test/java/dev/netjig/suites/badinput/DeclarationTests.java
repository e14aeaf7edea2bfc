package dev.netjig.suites.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with annotations is said before anything is done in the kernel, in the words of the annotations. */
class DeclarationTests {

    @Test
    void two_annotations_that_contradict_each_other() {
        fails(Mistakes.ContradictionTestCase.class, """
                The topology is invalid: @ChainPolicy(chain = FORWARD, target = ACCEPT) on class\
                 Mistakes.ContradictionTestCase: element target: "ACCEPT" contradicts policy node FORWARD DROP (nft);\
                 one value in one scope, here already by @ChainPolicy(chain = FORWARD, target = DROP) on class\
                 Mistakes.ContradictionTestCase""");
    }

    @Test
    void a_method_that_contradicts_itself() {
        fails(Mistakes.MethodAgainstItselfTestCase.class, """
                The topology is invalid: @Sysctl(key = "net.ipv4.ip_forward", value = "1") on\
                 Mistakes.MethodAgainstItselfTestCase#test: element value: "1" contradicts sysctl node\
                 net.ipv4.ip_forward=0; one value in one scope, here already by\
                 @Sysctl(key = "net.ipv4.ip_forward", value = "0") on Mistakes.MethodAgainstItselfTestCase#test""");
    }

    @Test
    void a_namespace_that_nobody_declared() {
        fails(Mistakes.UnknownNamespaceTestCase.class, """
                The topology is invalid: @VethPair(name = "veth1", peer = @Peer(name = "veth2", netns = "rde")) on class\
                 Mistakes.UnknownNamespaceTestCase: element peer.netns: "rde" is no declared namespace; declared: node,\
                 red; did you mean "red"?""");
    }

    @Test
    void a_bridge_that_nobody_declared() {
        fails(Mistakes.UnknownBridgeTestCase.class, """
                The topology is invalid: @VethPair(name = "veth1", master = "br1", peer = @Peer(name = "veth2",\
                 netns = "red")) on class Mistakes.UnknownBridgeTestCase: element master: "br1" is no bridge in namespace\
                 node; declared there: br0; did you mean "br0"?""");
    }

    @Test
    void a_parameter_for_a_namespace_that_nobody_declared() {
        fails(Mistakes.UnknownParameterTestCase.class, """
                @Netns("green") on parameter green of Mistakes.UnknownParameterTestCase#test(NetworkNamespace): the\
                 topology has no namespace "green"; it has node, red""");
    }

    @Test
    void texts_that_cannot_be_read() {
        fails(Mistakes.ManyMistakesTestCase.class, """
                The topology has 2 problems:
                  - @Bridge(name = "a-name-of-16-byt") on class Mistakes.ManyMistakesTestCase: element name:\
                 "a-name-of-16-byt" is 16 bytes long; a device name has 1 to 15 bytes (IFNAMSIZ is 16 with its final zero)
                  - @Route(netns = "red", via = "192.168.0.256") on class Mistakes.ManyMistakesTestCase: element via:\
                 "192.168.0.256" is no IP address; write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)""");
    }

    @Test
    void nothing_is_made_in_the_kernel_for_a_topology_that_is_wrong() throws Exception {
        assertThat(OtherJvm.startedBy().run(Mistakes.UnknownNamespaceTestCase.class, false, true))
                .extracting(Outcome::status)
                .containsExactly("FAILED", "FAILED");
    }

    private static void fails(Class<?> testCase, String message) {
        assertThat(Outcome.of(testCase, false)).isEqualTo(new Outcome("FAILED", message));
        assertThat(Outcome.of(testCase, true)).isEqualTo(new Outcome("FAILED", message));
    }
}
