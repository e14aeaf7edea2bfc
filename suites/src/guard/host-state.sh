#!/bin/sh
# Prints the state of this machine's network, one fact a line, in a form that stays the same as long as the state does:
# links, addresses, routes, rules, firewalls, net sysctls, mounts, named namespaces and control groups of netjig's, without
# counters, lifetimes and ids. It only reads. The build takes it before and after the tests (compare.sh), because netjig
# may change nothing.
#
#   host-state.sh [stamp]     the stamp, if any, becomes the first line
set -u
LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH

errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

# label command...: every line of the command's output behind the label; one line that says so when there is none.
facts() {
    label=$1
    shift
    if ! command -v "$1" >/dev/null 2>&1; then
        echo "$label absent: $1"
    elif output=$("$@" 2>"$errors"); then
        [ -z "$output" ] || printf '%s\n' "$output" | sed "s/^/$label /"
    else
        echo "$label unreadable: $(head -n 1 "$errors")"
    fi
}

# The index says nothing, and an address' lifetimes run.
links() { facts link ip -o link show | sed -E 's/^link [0-9]+: /link /; s/ *\\ +/ /g'; }

addresses() {
    facts address ip -o address show |
        sed -E 's/^address [0-9]+: /address /; s/ *\\.*$//; s/ (deprecated|tentative)//g; s/ +/ /g' |
        grep -v ' temporary' # IPv6 privacy addresses come and go by themselves
}

routes() {
    for family in 4 6; do
        facts "route$family" ip "-$family" route show table all | sed -E 's/ expires [0-9]+sec//; s/ +$//' | sort
    done
}

rules() {
    for family in 4 6; do facts "rule$family" ip "-$family" rule show; done
}

# nft shows what iptables-nft made as well, but not all of its matches, so that has a line of its own. The legacy
# programs list only the tables that /proc/net/ip_tables_names names: they create none.
firewalls() {
    facts nft nft --stateless list ruleset | sed -E 's/ expires [0-9a-z]+//g' | grep -v '^nft # Warning'
    for program in iptables-nft-save ip6tables-nft-save iptables-legacy-save ip6tables-legacy-save; do
        facts "${program%-save}" "$program" |
            grep -v '^[^ ]* #' | sed -E 's/ \[[0-9]+:[0-9]+\]//'
    done
}

# Left out: what changes by itself, secrets, and lists of what is loaded (the first TLS socket loads the module tls).
sysctls() {
    grep -rs '' /proc/sys/net |
        grep -vE '/(nf_conntrack_count|tcp_fastopen_key|stable_secret|netdev_rss_key|tcp_available_[a-z_]*)[:/]' |
        sed -E 's|^/proc/sys/||; s|^([^:]*):|sysctl \1 = |' | sort
}

# Without the ids of mounts, peer groups and devices. Left out: what systemd mounts for logins and service starts.
mounts() {
    awk '{
        kinds = ""
        for (i = 7; $i != "-"; i++) { sub(/:.*/, "", $i); kinds = kinds $i " " }
        rest = ""
        for (; i <= NF; i++) rest = rest " " $i
        if ($5 !~ "^/run/(user|credentials)/") print "mount " $5 " root=" $4 " " $6 " " kinds rest
    }' /proc/self/mountinfo | sed -E 's/ +/ /g' | sort
}

named_namespaces() {
    for dir in /run/netns /var/run/netns; do
        [ -d "$dir" ] || {
            echo "netns absent: $dir"
            continue
        }
        for name in "$dir"/*; do
            [ ! -e "$name" ] || echo "netns $name $(stat -Lc %i "$name")"
        done
    done
}

# Those that an engine's containers had; the name tells the JVM. Left out: what belongs to a JVM that still runs.
control_groups() {
    find /sys/fs/cgroup -maxdepth 2 -type d -name 'netjig-*' 2>/dev/null | sort | while read -r group; do
        jvm=${group##*/netjig-engines-}
        [ -d "/proc/${jvm%%-*}" ] || echo "cgroup $group"
    done
}

[ $# -eq 0 ] || echo "build $1"
links
addresses
routes
rules
firewalls
sysctls
mounts
named_namespaces
control_groups
exit 0
