package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class SnmpCountersTests {

    /** From /proc/net/snmp and netstat of Linux 6.18, shortened. */
    private static final String SNMP = """
            Ip: Forwarding DefaultTTL InReceives InHdrErrors InAddrErrors
            Ip: 1 64 12 0 3
            Icmp: InMsgs InErrors InEchos
            Icmp: 7 0 5
            IcmpMsg: InType8
            IcmpMsg: 5
            Tcp: RtoAlgorithm RtoMin RtoMax MaxConn
            Tcp: 1 200 120000 -1
            """;

    private static final String NETSTAT = """
            TcpExt: SyncookiesSent IPReversePathFilter
            TcpExt: 0 2
            IpExt: InNoRoutes InTruncatedPkts
            IpExt: 4 0
            """;

    @Test
    void reads_the_column_of_ipv6() {
        assertThat(SnmpCounters.parseColumn("Ip6InReceives                   \t12\nIp6InNoRoutes   \t3\n"))
                .containsOnly(entry("Ip6InReceives", 12L), entry("Ip6InNoRoutes", 3L));
    }

    @Test
    void names_counters_as_nstat_does() {
        SnmpCounters counters = SnmpCounters.parse(SNMP, NETSTAT);

        assertThat(counters.values())
                .containsEntry("IpInAddrErrors", 3L)
                .containsEntry("IcmpInEchos", 5L)
                .containsEntry("IcmpMsgInType8", 5L)
                .containsEntry("TcpMaxConn", -1L)
                .containsEntry("TcpExtIPReversePathFilter", 2L)
                .containsEntry("IpExtInNoRoutes", 4L)
                .hasSize(17);
    }

    @Test
    void tells_how_much_a_counter_grew() {
        SnmpCounters before = SnmpCounters.parse(SNMP, NETSTAT);
        SnmpCounters after = SnmpCounters.parse(SNMP.replace("12 0 3", "15 0 9"), NETSTAT);

        assertThat(after.since(before, "IpInAddrErrors")).isEqualTo(6);
        assertThat(after.since(before, "IcmpInEchos")).isZero();
    }

    @Test
    void a_counter_that_the_kernel_does_not_have_never_grows() {
        SnmpCounters counters = SnmpCounters.parse(SNMP, NETSTAT);

        assertThat(counters.since(counters, "TcpExtNoSuchThing")).isZero();
    }

    @Test
    void reads_what_is_cut_short_as_far_as_it_goes() {
        assertThat(SnmpCounters.parse("Ip: A B C\nIp: 1 2", "").values()).containsOnlyKeys("IpA", "IpB");
    }
}
