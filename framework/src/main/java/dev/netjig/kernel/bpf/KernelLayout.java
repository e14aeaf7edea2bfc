package dev.netjig.kernel.bpf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the running kernel keeps what is told of a dropped packet. The offsets differ between kernels and even between
 * two configurations of the same one.
 *
 * @param skbDev offset of {@code dev} in {@code struct sk_buff}, and so on
 * @param reasons {@code enum skb_drop_reason}, without the prefix that most of its values have
 */
record KernelLayout(
        int skbDev,
        int skbSk,
        int skbDst,
        int skbIif,
        int skbProtocol,
        int skbLen,
        int skbHead,
        int skbData,
        int skbTail,
        int skbNetworkHeader,
        int devNet,
        int devIfindex,
        int devName,
        int netInode,
        int sockNet,
        int dstDev,
        Map<Integer, String> reasons) {

    private static final String PREFIX = "SKB_DROP_REASON_";

    KernelLayout {
        reasons = Map.copyOf(reasons);
    }

    /** @throws BtfException if this kernel has not got all of it, with what it lacks */
    static KernelLayout of(Btf btf) {
        // TP_PROTO(struct sk_buff *skb, void *location, enum skb_drop_reason reason[, struct sock *rx_sk]) after the
        // pointer that every tracepoint's function takes; the reason is there since Linux 5.17.
        List<String> arguments = btf.parameters("btf_trace_kfree_skb");
        if (arguments.size() < 4
                || !arguments.get(1).equals("sk_buff")
                || !arguments.get(3).equals("skb_drop_reason")) {
            throw new BtfException(
                    "this kernel's tracepoint kfree_skb gives no drop reason, which is new in Linux 5.17");
        }
        return new KernelLayout(
                btf.offset("sk_buff", "dev"),
                btf.offset("sk_buff", "sk"),
                btf.offset("sk_buff", "_skb_refdst"),
                btf.offset("sk_buff", "skb_iif"),
                btf.offset("sk_buff", "protocol"),
                btf.offset("sk_buff", "len"),
                btf.offset("sk_buff", "head"),
                btf.offset("sk_buff", "data"),
                btf.offset("sk_buff", "tail"),
                btf.offset("sk_buff", "network_header"),
                btf.offset("net_device", "nd_net.net"),
                btf.offset("net_device", "ifindex"),
                btf.offset("net_device", "name"),
                btf.offset("net", "ns.inum"),
                btf.offset("sock", "__sk_common.skc_net.net"),
                btf.offset("dst_entry", "dev"),
                reasons(btf));
    }

    private static Map<Integer, String> reasons(Btf btf) {
        Map<Integer, String> reasons = new TreeMap<>();
        btf.enumeration("skb_drop_reason")
                .forEach((value, name) ->
                        reasons.put(value, name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name));
        return reasons;
    }

    /** The values that say that a packet was not lost but used up. */
    List<Integer> notDropped() {
        return reasons.entrySet().stream()
                .filter(reason -> reason.getValue().equals("SKB_NOT_DROPPED_YET")
                        || reason.getValue().equals("SKB_CONSUMED"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The kernel's name; a subsystem's own reasons, which have its number in the upper half, have none here. */
    String reason(int value) {
        String name = reasons.get(value);
        return name == null ? "0x" + Integer.toHexString(value) : name;
    }
}
