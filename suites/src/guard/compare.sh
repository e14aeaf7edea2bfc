#!/bin/sh
# Compares this machine's network with what host-state.sh wrote before the tests. Any difference fails the build.
#
#   compare.sh <file written by host-state.sh> <stamp of this build>
set -u
LC_ALL=C
export LC_ALL

before=$1
stamp=$2
here=$(dirname "$0")
after=$(dirname "$before")/host-after.txt
changes=$(dirname "$before")/host-changes.txt

# Seconds: what the kernel takes down after a namespace's last descriptor is closed may take a moment.
patience=${NETJIG_GUARD_PATIENCE:-5}

if [ "$(head -n 1 "$before" 2>/dev/null)" != "build $stamp" ]; then
    echo "netjig: host guard skipped: this build took no snapshot of the host before the tests (a partial build?)."
    exit 0
fi

# A kernel module that was loaded meanwhile, as any use of NAT loads conntrack, brings new sysctls. That is no change of
# the host's settings: new keys are left out, but a key that existed must have its old value.
known_only() {
    awk 'NR == FNR { if ($1 == "sysctl") known[$2]; next } $1 != "sysctl" || ($2 in known)' "$before" "$after"
}

same() {
    "$here/host-state.sh" "$stamp" >"$after"
    known_only | diff -U0 "$before" - >"$changes"
}

waited=0
until same; do
    if [ $waited -ge "$patience" ]; then
        cat >&2 <<END

netjig: THE HOST IS NOT AS IT WAS BEFORE THE TESTS

$(sed -nE '/^(---|\+\+\+|@@)/d; s/^-/  before  /p; s/^\+/  after   /p' "$changes")

netjig works in namespaces of its own and must leave the machine's links, addresses, routes, rules, firewalls,
sysctls, mounts and named namespaces alone. If nothing else on this machine changed them during the build,
this is a bug of netjig. The whole state: $before and $after

END
        exit 1
    fi
    sleep 1
    waited=$((waited + 1))
done
rm -f "$changes"
echo "netjig: host guard passed: $(wc -l <"$after") facts about the host's network are as before the tests."
