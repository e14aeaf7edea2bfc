#!/bin/bash
# In the namespaces of local-box: starts libvirt's daemon, then the VM. inside.sh BOXDIR FIFO COMMAND
set -uo pipefail
box=$1 ready=$2 command=$3
here=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=vagrant/say.sh
source "$here/say.sh"
since=$SECONDS

# Nothing of libvirt's is kept on this machine.
state=$box/state
rm -rf "$state"
mkdir -p "$state/home"
mount -t sysfs sys /sys
mount -t tmpfs run /run
for directory in etc var; do
    mkdir -p "$state/$directory" "$state/$directory.work"
    mount -t overlay overlay -o "lowerdir=/$directory,upperdir=$state/$directory,workdir=$state/$directory.work" /$directory ||
        { echo 'netjig: this kernel has no overlay file system, in which libvirt could keep its state' >&2 && exit 2; }
done
mkdir -p /run/libvirt /run/lock /etc/libvirt /var/lib/libvirt/images /var/log/libvirt/qemu /var/cache/libvirt
# The daemon looks for the users of its packages even if it is told to be root.
grep -q ^libvirt-qemu: /etc/passwd || echo 'libvirt-qemu:x:64055:64055::/var/lib/libvirt:/usr/sbin/nologin' >>/etc/passwd
for group in libvirt-qemu:64055 kvm:64056 libvirt:64057; do
    grep -q "^${group%:*}:" /etc/group || echo "${group%:*}:x:${group#*:}:" >>/etc/group
done
cat >/etc/libvirt/qemu.conf <<'END'
user = "root"
group = "root"
dynamic_ownership = 0
security_driver = "none"
stdio_handler = "file"
cgroup_controllers = []
namespaces = []
END
rm -f /etc/resolv.conf
echo 'nameserver 10.0.2.3' >/etc/resolv.conf
ip link set lo up

echo ready >"$ready"
read -r _ <"$ready"
# slirp4netns has said nothing yet; its device comes up with its address.
until ip -4 -o address show dev tap0 2>/dev/null | grep -q inet; do sleep 0.1; done
echo 1 >/proc/sys/net/ipv4/ip_forward

libvirtd >"$state/libvirtd.log" 2>&1 &
daemon=$!
until virsh -c qemu:///system version >/dev/null 2>&1; do
    kill -0 $daemon 2>/dev/null || { echo "netjig: libvirt's daemon does not start:" >&2 && tail -n 5 "$state/libvirtd.log" >&2 && exit 2; }
    sleep 0.2
done
virsh -c qemu:///system pool-create-as --name default --type dir --target /var/lib/libvirt/images >/dev/null 2>&1
took 'libvirtd'

export VAGRANT_HOME=$state/home VAGRANT_DEFAULT_PROVIDER=libvirt VAGRANT_DOTFILE_PATH=$state/dotfile VAGRANT_CHECKPOINT_DISABLE=1
export NETJIG_BOX=netjig-local NETJIG_VM_DRIVER=qemu
cd "$here" || exit 2
vagrant box add --name netjig-local "$box/netjig.box" || exit 2
took 'vagrant box add'
code=2
if nice vagrant up; then
    took 'vagrant up'
    nice vagrant ssh -c "uname -a; cat /proc/loadavg"
    nice vagrant ssh -c "$command"
    code=$?
    took "$command"
fi
vagrant destroy -f
took 'vagrant destroy'
exit $code
