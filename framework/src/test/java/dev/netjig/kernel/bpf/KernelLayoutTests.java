package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelLayoutTests {

    /**
     * The types of an imaginary kernel; each structure has 8 bytes for each member that is not left out. The tracepoint
     * takes a pointer, {@code struct sk_buff *}, a pointer, and what {@code reason} names.
     */
    private static Btf kernel(String leftOut, String reason) {
        BtfBytes bytes = new BtfBytes()
                .type("long", BtfKind.INT, 0, 8) // [1]
                .words(64);
        struct(bytes, "possible_net", List.of("net"), leftOut, 1); // [2]
        struct(bytes, "ns_common", List.of("stashed", "inum"), leftOut, 1); // [3]
        struct(bytes, "net", List.of("ns"), leftOut, 3); // [4]
        struct(bytes, "net_device", List.of("nd_net", "ifindex", "name"), leftOut, 2); // [5]
        struct(bytes, "sock_common", List.of("skc_net"), leftOut, 2); // [6]
        struct(bytes, "sock", List.of("__sk_common"), leftOut, 6); // [7]
        struct(bytes, "dst_entry", List.of("dev"), leftOut, 1); // [8]
        List<String> skb = List.of(
                "dev", "sk", "_skb_refdst", "skb_iif", "protocol", "len", "head", "data", "tail", "network_header");
        struct(bytes, "sk_buff", skb, leftOut, 1); // [9]
        return bytes.type(reason, BtfKind.ENUM, 3, 4) // [10]
                .pair("SKB_NOT_DROPPED_YET", 0)
                .pair("SKB_CONSUMED", 1)
                .pair("SKB_DROP_REASON_NO_SOCKET", 3)
                .type("", BtfKind.PTR, 0, 9) // [11] struct sk_buff *
                .type("", BtfKind.PTR, 0, 0) // [12] void *
                .type("", BtfKind.FUNC_PROTO, 4, 0) // [13]
                .pair("__data", 12)
                .pair("skb", 11)
                .pair("location", 12)
                .pair("reason", 10)
                .type("", BtfKind.PTR, 0, 13) // [14]
                .type("btf_trace_kfree_skb", BtfKind.TYPEDEF, 0, 14) // [15]
                .parse();
    }

    private static void struct(BtfBytes bytes, String name, List<String> members, String leftOut, int type) {
        List<String> present =
                members.stream().filter(member -> !member.equals(leftOut)).toList();
        bytes.type(name, BtfKind.STRUCT, present.size(), 8 * present.size());
        for (int i = 0; i < present.size(); i++) {
            bytes.member(present.get(i), type, 64 * i);
        }
    }

    @Test
    void finds_everything() {
        KernelLayout layout = KernelLayout.of(kernel("", "skb_drop_reason"));

        assertThat(layout.skbDev()).isZero();
        assertThat(layout.skbNetworkHeader()).isEqualTo(72);
        assertThat(layout.netInode()).isEqualTo(8);
    }

    @Test
    void names_reasons_without_their_prefix() {
        KernelLayout layout = KernelLayout.of(kernel("", "skb_drop_reason"));

        assertThat(layout.reason(3)).isEqualTo("NO_SOCKET");
        assertThat(layout.reason(0x1_0005)).as("of a subsystem").isEqualTo("0x10005");
        assertThat(layout.notDropped()).containsExactly(0, 1);
    }

    @Test
    void says_which_member_is_missing() {
        assertThatThrownBy(() -> KernelLayout.of(kernel("network_header", "skb_drop_reason")))
                .isInstanceOf(BtfException.class)
                .hasMessage("this kernel's struct sk_buff has no member network_header");
        assertThatThrownBy(() -> KernelLayout.of(kernel("inum", "skb_drop_reason")))
                .hasMessage("this kernel's struct net has no member ns.inum");
    }

    @Test
    void says_that_the_tracepoint_gives_no_reason() {
        assertThatThrownBy(() -> KernelLayout.of(kernel("", "another")))
                .hasMessage("this kernel's tracepoint kfree_skb gives no drop reason, which is new in Linux 5.17");
    }
}
