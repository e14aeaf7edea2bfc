package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NftListingTests {

    /** {@code nft -a list ruleset} of nftables 1.0.6. */
    private static final String LISTING = """
            table ip filter { # handle 1
            	counter hits { # handle 3
            		packets 0 bytes 0
            	}

            	set bad { # handle 4
            		type ipv4_addr
            		flags interval
            		comment "a set"
            		elements = { 10.0.0.1, 10.0.0.5-10.0.0.9,
            			     10.1.0.0/16, 10.2.0.0/16,
            			     10.3.0.0/16 }
            	}

            	map verdicts { # handle 5
            		type inet_service : verdict
            		elements = { 22 : accept, 80 : jump web, 443 : drop }
            	}

            	chain web { # handle 1
            		counter packets 5 bytes 420 accept comment "web {ok}" # handle 6
            	}

            	chain INPUT { # handle 2
            		comment "netjig: @ChainPolicy"
            		type filter hook input priority filter; policy drop;
            		ip saddr @bad counter packets 2 bytes 168 log prefix "no comment " drop comment "netjig: counter packets 9 bytes 9 # handle 4" # handle 7
            		tcp dport vmap @verdicts # handle 8
            		ip saddr { 1.1.1.1, 2.2.2.2 } jump web # handle 10
            		ct state vmap { invalid : drop, established : accept } # handle 12
            		iifname "lo" jump {
            			ip daddr 127.0.0.1 accept
            			drop
            		} # handle 16
            		counter packets 0 bytes 0 # handle 17
            	}
            }
            table inet mixed { # handle 2
            	flags dormant

            	chain f { # handle 1
            		type filter hook forward priority filter + 10; policy accept;
            	}
            }
            table bridge b { # handle 3
            	chain f { # handle 1
            		type filter hook forward priority filter; policy accept;
            		ether type arp accept # handle 2
            	}
            }
            table netdev n { # handle 4
            	chain i { # handle 1
            		type filter hook ingress device "v0" priority filter; policy drop;
            		ip saddr 1.2.3.4 accept # handle 3
            	}

            	chain e { # handle 2
            		type filter hook ingress devices = { v0, v1 } priority filter; policy accept;
            	}
            }
            # Warning: table ip nat is managed by iptables-nft, do not touch!
            table ip nat { # handle 5
            	chain POSTROUTING { # handle 1
            		type nat hook postrouting priority srcnat; policy accept;
            		oifname != "br0" ip saddr 192.168.0.0/24 counter packets 0 bytes 0 masquerade # handle 2
            	}
            }
            """;

    private final Ruleset ruleset = new Ruleset(NftListing.parse(LISTING));

    @Test
    void every_chain_of_every_family_is_there() {
        assertThat(ruleset.chains())
                .extracting(FirewallChain::path)
                .containsExactly(
                        "ip filter web",
                        "ip filter INPUT",
                        "inet mixed f",
                        "bridge b f",
                        "netdev n i",
                        "netdev n e",
                        "ip nat POSTROUTING");
    }

    @Test
    void a_base_chain_has_type_hook_policy_and_comment() {
        FirewallChain input = chain("filter", "INPUT");

        assertThat(input.type()).contains("filter");
        assertThat(input.hook()).contains("input");
        assertThat(input.policy()).contains("drop");
        assertThat(input.comment()).contains("netjig: @ChainPolicy");
        assertThat(input.policyPackets()).isEmpty();
    }

    @Test
    void a_chain_that_only_jumps_reach_has_no_hook() {
        assertThat(chain("filter", "web").hook()).isEmpty();
        assertThat(chain("filter", "web").policy()).isEmpty();
        assertThat(chain("filter", "web").comment()).isEmpty();
    }

    @Test
    void chains_of_devices_have_their_hook_and_no_rule_more() {
        assertThat(chain("n", "i").hook()).contains("ingress");
        assertThat(chain("n", "i").policy()).contains("drop");
        assertThat(chain("n", "e").hook()).contains("ingress");
        assertThat(chain("n", "e").rules()).isEmpty();
    }

    @Test
    void rules_are_numbered_and_keep_their_handles() {
        List<FirewallRule> rules = chain("filter", "INPUT").rules();

        assertThat(rules).extracting(FirewallRule::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rules).extracting(rule -> rule.handle().orElseThrow()).containsExactly(7L, 8L, 10L, 12L, 16L, 17L);
    }

    @Test
    void a_rules_text_has_no_handle_counter_or_comment_in_it() {
        assertThat(chain("filter", "INPUT").rules())
                .extracting(FirewallRule::text)
                .containsExactly(
                        "ip saddr @bad log prefix \"no comment \" drop",
                        "tcp dport vmap @verdicts",
                        "ip saddr { 1.1.1.1, 2.2.2.2 } jump web",
                        "ct state vmap { invalid : drop, established : accept }",
                        "iifname \"lo\" jump { ip daddr 127.0.0.1 accept; drop; }",
                        "");
    }

    @Test
    void packets_are_known_where_a_rule_counts_them() {
        List<FirewallRule> rules = chain("filter", "INPUT").rules();

        assertThat(rules.get(0).packets()).hasValue(2);
        assertThat(rules.get(1).packets()).isEmpty();
        assertThat(rules.get(5).packets()).hasValue(0);
    }

    @Test
    void a_comment_may_look_like_anything() {
        assertThat(chain("filter", "INPUT").rules().get(0).comment())
                .contains("netjig: counter packets 9 bytes 9 # handle 4");
        assertThat(chain("filter", "web").rules())
                .containsExactly(new FirewallRule(
                        1,
                        "accept",
                        OptionalLong.of(6),
                        OptionalLong.of(5),
                        OptionalLong.of(420),
                        Optional.of("web {ok}")));
    }

    @Test
    void only_chains_that_see_ipv4_are_at_its_hooks() {
        assertThat(ruleset.atHook("ingress")).isEmpty();
        assertThat(ruleset.atHook("postrouting"))
                .extracting(FirewallChain::path)
                .containsExactly("ip nat POSTROUTING");
    }

    @Test
    void the_chains_of_a_dormant_table_are_at_no_hook() {
        assertThat(chain("mixed", "f").hook()).isEmpty();
        assertThat(ruleset.atHook("forward")).isEmpty();
    }

    @Test
    void nothing_is_no_chain() {
        assertThat(NftListing.parse("")).isEmpty();
    }

    private FirewallChain chain(String table, String name) {
        return ruleset.chain(table, name).orElseThrow();
    }
}
