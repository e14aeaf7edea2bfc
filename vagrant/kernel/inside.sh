#!/bin/bash
# shellcheck disable=SC2154
# The first process of the booted kernel: what a distribution's start does, as far as tests need it, then the suites.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
results=/netjig-results
cut -d ' ' -f 1 /proc/uptime >$results/uptime
source $results/job
mount -t tmpfs -o mode=1777 tmp /tmp
mount -t tmpfs -o mode=755 run /run
mkdir -p /dev/pts /dev/shm
mount -t devpts pts /dev/pts
mount -t tmpfs shm /dev/shm
mount -t cgroup2 cgroup /sys/fs/cgroup
mount -t tracefs trace /sys/kernel/tracing 2>/dev/null
hostname netjig
ip link set lo up
# What a user of the VM loads once; everything else comes with its first use.
modprobe br_netfilter
# C1 and the serial collector: what multi-threaded emulation of QEMU runs reliably.
"$project/vagrant/kernel/run.sh" $results "$java/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dnetjig.kernel=stock -- \
    "${selected[@]}"
code=$?
uname -a >$results/uname
lsmod | awk 'NR > 1 { print $1 }' | sort >$results/modules
echo "$code" >$results/exit
sync
busybox poweroff -f
