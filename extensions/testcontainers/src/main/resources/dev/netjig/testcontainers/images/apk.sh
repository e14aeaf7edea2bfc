#!/bin/busybox ash
# A stand-in for Alpine's apk: it knows "update" and "add", and gets packages from netjig in the engine's namespace.
set -e -o pipefail
server=http://$(ip route | sed -n 's/^default via \([0-9.]*\) .*/\1/p'):8480
command=
names=
for word; do
    case $word in
        -*) ;;
        *) if [ -z "$command" ]; then command=$word; else names="$names $word"; fi ;;
    esac
done

fetch() {
    if ! wget -q -S -O - "$server/$1" 2>/tmp/apk.log; then
        sed -n 's/^ *Netjig-Problem: /ERROR: /Ip' /tmp/apk.log >&2
        tail -n 1 /tmp/apk.log >&2
        return 1
    fi
}

case $command in
    update)
        known=$(fetch '' | wc -l)
        echo "OK: $known packages that netjig has stand-ins for"
        ;;
    add)
        known=$(fetch '')
        for name in $names; do
            if ! echo "$known" | grep -qxF "$name"; then
                echo "ERROR: unsatisfiable constraints: $name (missing): netjig's stand-ins are" $known \
                    '(ImageCatalogue.withPackage adds more)' >&2
                exit 1
            fi
            echo "Installing $name (stand-in)"
            fetch "$name" | tar -x -C /
        done
        echo OK
        ;;
    *)
        echo "ERROR: netjig's stand-in for apk knows update and add, but not: $command" >&2
        exit 1
        ;;
esac
rm -f /tmp/apk.log
