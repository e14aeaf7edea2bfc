# The first process of an engine's namespaces (mount, PID, UTS, IPC): makes what the daemon will find, then only waits.
# $1: the host's name. $2: the engine's directory, which the machine sees too.
set -eu
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/libexec/docker

hostname "$1"

# What the engine stores goes with its last process.
mkdir "$2/state"
mount -t tmpfs -o mode=711 netjig "$2/state"

# Sockets, locks and pid files of other daemons are none of its business.
resolv=$(readlink -m /etc/resolv.conf)
mount -t tmpfs -o mode=755 netjig /run
mkdir /run/lock /run/docker

# Nameservers of the machine are out of the node's reach: without any, a name is unknown at once.
: >"$2/state/resolv.conf"
case $resolv in
    /run/*) mkdir -p "${resolv%/*}" && : >"$resolv" ;;
    *) [ ! -e "$resolv" ] || mount --bind "$2/state/resolv.conf" "$resolv" ;;
esac

# A machine on which Docker was never started has no /etc/docker.
if [ ! -d /etc/docker ]; then
    mkdir "$2/state/upper" "$2/state/work"
    mount -t overlay -o "lowerdir=/etc,upperdir=$2/state/upper,workdir=$2/state/work" netjig /etc
    mkdir /etc/docker
fi
mount --bind "$2/etc" /etc/docker

# The daemon raises limits that are not its namespace's but the machine's.
mount --bind /proc/sys/kernel /proc/sys/kernel
mount -o remount,bind,ro /proc/sys/kernel

# Nor does it load modules into the machine's kernel.
modprobe=$(command -v modprobe || :)
[ -z "$modprobe" ] || mount --bind /dev/null "$(readlink -f "$modprobe")"

echo ready
exec docker-init -s -- sleep infinity
