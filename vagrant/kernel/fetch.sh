# shellcheck shell=bash disable=SC2154
# Sourced. fetch_kernel VERSION sets release (6.1.0-56-amd64) and tree (the unpacked package, with its lists of modules).

fetch_kernel() {
    local metas package file
    # linux-image-amd64 is the distribution's own; a beginning is looked for among all.
    case $1 in
        '') metas=$(apt-cache depends linux-image-amd64 linux-image-generic 2>/dev/null | awk '$1 == "Depends:" { print $2 }') ;;
        *) metas=$(apt-cache search --names-only "^linux-image-${1//./\\.}[.+~-].*-(amd64|generic)$" | awk '{ print $1 }') ;;
    esac
    # Neither real-time nor cloud kernels, which lack 9p, nor the packages that only depend on others.
    package=$(printf '%s\n' "$metas" | grep -E '^linux-image-[0-9].*[0-9].*-(amd64|generic)$' | grep -vE -e '-(rt|cloud)-|^linux-image-[0-9]+\.[0-9]+-amd64$' |
        sort -V | tail -n 1) || : # nothing found is told below
    [ -n "$package" ] || fail "apt offers no kernel ${1:-of the distribution} here." \
        'apt-get update? Backported kernels are in Debian'\''s bookworm-backports and bookworm-security.'
    release=${package#linux-image-}
    tree=$root/target/kernels/cache/$release
    [ ! -e "$tree/complete" ] || return 0
    rm -rf "$tree"
    mkdir -p "$tree"
    echo "netjig: fetching $package"
    (cd "$tree" && apt-get -q -o APT::Sandbox::User=root download "$package" >download.log 2>&1) ||
        fail "apt-get download $package failed:" "$(tail -n 3 "$tree/download.log")"
    for file in "$tree"/*.deb; do dpkg-deb -x "$file" "$tree"; done
    rm -f "$tree"/*.deb
    # Ubuntu ships modules in packages of their own; there a kernel is booted by the VM.
    [ -e "$tree/lib/modules/$release/modules.builtin" ] || fail "$package brings no modules." 'boot-kernel serves Debian.'
    depmod -b "$tree" "$release"
    touch "$tree/complete"
}
