#!/bin/sh
# Made by netjig: builds its topology by hand. Run it as root.
# It touches nothing outside its namespaces. To remove everything:
#   ip netns del node; ip netns del red; ip netns del blue
set -eu

for netns in node red blue; do
    if [ -e "/run/netns/$netns" ]; then
        echo "A namespace $netns exists already: nothing was done." >&2
        exit 1
    fi
done

# netns node on every topology
ip netns add node

# netns("red") on Topology.builder()
ip netns add red

# netns("blue") on Topology.builder()
ip netns add blue

# kernel default on every topology
ip netns exec node sysctl -qw net.ipv4.conf.all.rp_filter=0
ip netns exec node sysctl -qw net.ipv4.conf.default.rp_filter=0

# sysctl("node", "net.ipv4.ip_forward", "1") on Topology.builder()
ip netns exec node sysctl -qw net.ipv4.ip_forward=1

# kernel default on every topology
ip netns exec red sysctl -qw net.ipv4.ip_forward=0
ip netns exec red sysctl -qw net.ipv4.conf.all.rp_filter=0
ip netns exec red sysctl -qw net.ipv4.conf.default.rp_filter=0
ip netns exec blue sysctl -qw net.ipv4.ip_forward=0
ip netns exec blue sysctl -qw net.ipv4.conf.all.rp_filter=0
ip netns exec blue sysctl -qw net.ipv4.conf.default.rp_filter=0

# netns node on every topology
ip -n node link set dev lo up

# netns("red") on Topology.builder()
ip -n red link set dev lo up

# netns("blue") on Topology.builder()
ip -n blue link set dev lo up

# bridge("br0") on Topology.builder()
ip -n node link add br0 type bridge

# vethPair("veth1-r") on Topology.builder()
ip -n node link add veth1-r numtxqueues 1 numrxqueues 1 master br0 up type veth peer name veth2-r netns red numtxqueues 1 numrxqueues 1

# vethPair("veth1-b") on Topology.builder()
ip -n node link add veth1-b numtxqueues 1 numrxqueues 1 master br0 up type veth peer name veth2-b netns blue numtxqueues 1 numrxqueues 1

# bridge("br0") on Topology.builder()
ip -n node address add 192.168.0.1/24 dev br0

# vethPair("veth1-r") on Topology.builder()
ip -n red address add 192.168.0.2/24 dev veth2-r

# vethPair("veth1-b") on Topology.builder()
ip -n blue address add 192.168.0.3/24 dev veth2-b

# bridge("br0") on Topology.builder()
ip -n node link set dev br0 up

# vethPair("veth1-r") on Topology.builder()
ip -n red link set dev veth2-r up

# vethPair("veth1-b") on Topology.builder()
ip -n blue link set dev veth2-b up

# vethPair("veth1-r") on Topology.builder()
until ip -n node link show dev veth1-r | grep -q 'state UP'; do sleep 0.1; done
until ip -n red link show dev veth2-r | grep -q 'state UP'; do sleep 0.1; done

# vethPair("veth1-b") on Topology.builder()
until ip -n node link show dev veth1-b | grep -q 'state UP'; do sleep 0.1; done
until ip -n blue link show dev veth2-b | grep -q 'state UP'; do sleep 0.1; done

# bridge("br0") on Topology.builder()
until ip -n node link show dev br0 | grep -q 'state UP'; do sleep 0.1; done

# route("default") on Topology.builder()
ip -n red route add default via 192.168.0.1
ip -n blue route add default via 192.168.0.1

# chainPolicy("FORWARD ACCEPT"), masquerade("192.168.0.0/24") on Topology.builder()
ip netns exec node nft -f - <<'EOF'
table ip netjig {
    chain FORWARD {
        type filter hook forward priority filter; policy accept;
        comment "netjig: chainPolicy(FORWARD ACCEPT) on Topology.builder()"
    }
    chain POSTROUTING_NAT {
        type nat hook postrouting priority srcnat; policy accept;
        ip saddr 192.168.0.0/24 oifname != "br0" counter masquerade comment "netjig: masquerade(192.168.0.0/24) on Topology.builder()"
    }
}
EOF
