#!/bin/sh
# Installs the system packages that netjig's tests use, on Debian and Ubuntu: a bare machine, the VM and CI alike.
#
#   vagrant/provision.sh               install what is missing; says nothing when nothing is
#   vagrant/provision.sh --check       list what is missing, install nothing; exit 1 when something is
#   vagrant/provision.sh --toolchain   a JDK, Maven and git as well (for a machine that has not even those)
#   vagrant/provision.sh --vm          what boots kernels and VMs as well (boot-kernel, kernel-matrix, local-box)
#   vagrant/provision.sh --lint        what .ci/lint uses as well
#   vagrant/provision.sh --packages    names all of them, missing or not, and installs nothing
#
# It only ever adds packages. It upgrades nothing that is installed, starts and restarts no service, loads no kernel
# module and leaves firewall, sysctls and links alone.
set -eu

# An ordinary user's PATH on Debian has no sbin, and tests that run as root look there.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
LOCK_TIMEOUT=120
POLICY=/usr/sbin/policy-rc.d
POLICY_MARK='# netjig: temporary, removed by vagrant/provision.sh'

# package: what it must provide. Asked for by presence, not of dpkg: a tool from elsewhere is as good.
needs() {
    cat <<'END'
iproute2 ip bridge tc ss
iptables iptables ip6tables iptables-nft iptables-legacy iptables-restore iptables-legacy-restore
nftables nft
libnftables1 lib:libnftables.so.1
iputils-ping ping
conntrack conntrack
tcpdump tcpdump
procps sysctl ps
bridge-utils brctl
ethtool ethtool
net-tools ifconfig route
util-linux unshare nsenter
mount mount umount
docker.io dockerd containerd runc docker-init
busybox-static static:busybox
openssl openssl
npm npm
END
    # For the test that opens the report. Ubuntu has no package of either, only a snap; take Google's there.
    if ! grep -qx 'ID=ubuntu' /etc/os-release 2>/dev/null; then
        echo chromium browser
        echo chromium-driver chromedriver
    fi
    # A package of its own in newer releases, and in older ones a part of docker.io.
    if ! command -v docker >/dev/null 2>&1 && apt-cache show docker-cli >/dev/null 2>&1; then echo docker-cli docker; fi
    [ "$toolchain" = no ] || cat <<'END'
default-jdk-headless javac
maven mvn
git git
END
    [ "$lint" = no ] || echo shellcheck shellcheck
    [ "$vm" = no ] || cat <<'END'
qemu-system-x86 qemu-system-x86_64
qemu-utils qemu-img
kmod modprobe depmod
cpio cpio
xz-utils xz
e2fsprogs mke2fs
mmdebstrap mmdebstrap
slirp4netns slirp4netns
dnsmasq-base dnsmasq
libvirt-daemon libvirtd
libvirt-daemon-driver-qemu driver:libvirt_driver_qemu
libvirt-clients virsh
vagrant vagrant
vagrant-libvirt gem:vagrant-libvirt
END
}

say() { printf 'netjig: %s\n' "$*" >&2; }

fail() {
    say "$1"
    shift
    for text; do printf '%s\n' "$text" | sed 's/^/        /' >&2; done
    exit 1
}

has() {
    case $1 in
        lib:*)
            for dir in /usr/lib/*-linux-gnu* /lib/*-linux-gnu* /usr/lib64 /lib64 /usr/local/lib /usr/lib /lib; do
                [ ! -e "$dir/${1#lib:}" ] || return 0
            done
            return 1
            ;;
        driver:*)
            for found in /usr/lib/*/libvirt/connection-driver/"${1#driver:}".so /usr/lib*/libvirt/connection-driver/"${1#driver:}".so; do
                [ ! -e "$found" ] || return 0
            done
            return 1
            ;;
        # A plugin of Vagrant's that a user has installed is as good as the package.
        gem:*)
            for found in /usr/share/rubygems-integration/*/gems/"${1#gem:}"-[0-9]* "$HOME"/.vagrant.d/gems/*/gems/"${1#gem:}"-[0-9]*; do
                [ ! -e "$found" ] || return 0
            done
            return 1
            ;;
        # Runs in an empty container: a dynamic one (package busybox) does not.
        static:*)
            found=$(command -v "${1#static:}") || return 1
            ! ldd "$found" >/dev/null 2>&1
            ;;
        browser) command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 ;;
        # Debian keeps it off the PATH.
        docker-init) [ -x /usr/libexec/docker/docker-init ] || command -v docker-init >/dev/null 2>&1 ;;
        *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

# Sets packages ("a b") and absent (a line for each of them).
look() {
    packages=
    absent=
    while read -r package things; do
        lacks=
        for thing in $things; do has "$thing" || lacks="$lacks ${thing#*:}"; done
        [ -n "$lacks" ] || continue
        packages="$packages${packages:+ }$package"
        absent="$absent $lacks (package $package)
"
    done <<END
$(needs)
END
}

apt() {
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
        apt-get -q -y -o DPkg::Lock::Timeout=$LOCK_TIMEOUT -o Acquire::Retries=3 "$@" </dev/null >>"$log" 2>&1
}

# apt waits for dpkg's lock by itself, but not for that of its package lists.
update() {
    waited=0
    until apt update; do
        grep -q 'Could not get lock /var/lib/apt/lists' "$log" && [ $waited -lt $LOCK_TIMEOUT ] || return 1
        : >"$log"
        sleep 2
        waited=$((waited + 2))
    done
}

# What apt's log has to say about a failure.
complaints() { grep -E '^(E|W|Err|dpkg)' "$log" | tail -n 10 || tail -n 5 "$log"; }

# docker.io would start its daemon, which changes the machine's bridges, firewall and sysctls. A policy that the
# machine already has stays as it is, if it forbids that much.
forbid_services() {
    if [ -e "$POLICY" ] && ! grep -qxF "$POLICY_MARK" "$POLICY"; then return 0; fi
    printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" >"$POLICY"
    chmod 755 "$POLICY"
}

allow_services() {
    if grep -qxF "$POLICY_MARK" "$POLICY" 2>/dev/null; then rm -f "$POLICY"; fi
}

# Nor does the next boot start a daemon that only the tests have asked for: `systemctl enable --now docker` does. The
# engine of a machine that had one is not touched.
disable_docker() {
    case " $packages " in *' docker.io '*) ;; *) return 0 ;; esac
    if command -v systemctl >/dev/null 2>&1; then
        systemctl disable docker.service docker.socket containerd.service >>"$log" 2>&1 || :
    elif command -v update-rc.d >/dev/null 2>&1; then
        update-rc.d docker disable >>"$log" 2>&1 || :
    fi
}

tidy() {
    allow_services
    rm -f "$log"
}

install() {
    log=$(mktemp)
    trap tidy EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    say "installing $packages (system packages that the tests use) ..."
    forbid_services
    # shellcheck disable=SC2086 # a list of names
    apt install --no-install-recommends --no-upgrade $packages && disable_docker && return 0
    # No package lists yet, or lists so old that what they name is gone. An update that fails for one source of many
    # counts as done; whether it was enough, the installation shows.
    : >"$log"
    update || fail 'apt-get update failed:' "$(complaints)" \
        'Is there a network, and are the sources in /etc/apt right? Then run vagrant/provision.sh again.'
    # shellcheck disable=SC2086
    apt install --no-install-recommends --no-upgrade $packages || fail "apt-get install $packages failed:" \
        "$(complaints)" 'Is there a network, and are the sources in /etc/apt right? Is dpkg in order' \
        '(apt-get -f install, dpkg --configure -a)? Then run vagrant/provision.sh again.'
    disable_docker
}

check=no
toolchain=no
lint=no
vm=no
packages_only=no
for option; do
    case $option in
        --check) check=yes ;;
        --toolchain) toolchain=yes ;;
        --lint) lint=yes ;;
        --vm) vm=yes ;;
        --packages) packages_only=yes ;;
        *) fail "unknown option $option" 'usage: vagrant/provision.sh [--check | --packages] [--toolchain] [--lint] [--vm]' ;;
    esac
done

if [ "$packages_only" = yes ]; then
    needs | cut -d ' ' -f 1
    exit 0
fi

look
[ -n "$packages" ] || exit 0

if [ "$check" = yes ]; then
    printf 'netjig: missing on this machine:\n%s' "$absent"
    exit 1
fi

if ! command -v apt-get >/dev/null 2>&1; then
    printf 'netjig: missing on this machine:\n%s' "$absent" >&2
    fail 'this machine has no apt-get: vagrant/provision.sh serves Debian and Ubuntu.' \
        'Install the tools above in the way of your distribution (the packages in brackets are' \
        'named as in Debian) and build again.'
fi

if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        exec sudo -n "$0" "$@"
    fi
    printf 'netjig: missing on this machine:\n%s' "$absent" >&2
    fail 'installing them needs root. Run once:' "    sudo $0${*:+ $*}" 'and build again.'
fi

install
look
[ -z "$packages" ] || fail 'installed, but still not found:' "$absent" "Is /usr/sbin on the PATH? PATH is $PATH"
say 'done.'
