#!/bin/sh
# Run in the VM as root by `vagrant up`: makes `vagrant ssh -c "mvn verify"` a build of the mounted project.
#
#   guest.sh virtual|emulated
set -eu

# Tests need root, and the project's folder: mvn goes there. The VM builds beside the host, into target/vm, and what Maven
# downloads stays on the host. A distribution's kernel has every kind of link: no test may be skipped for want of one.
cat >/usr/local/bin/mvn <<'END'
#!/bin/sh
case $PWD/ in /netjig/*) ;; *) cd /netjig ;; esac
. /etc/netjig
exec sudo --preserve-env=JAVA_TOOL_OPTIONS,CI /usr/bin/mvn -Dmaven.repo.local=/netjig-m2 -Dnetjig.target=target/vm \
    -Dnetjig.strict=true "$@"
END
chmod 755 /usr/local/bin/mvn

# Default options of the JVM crash under multi-threaded emulation (QEMU 7.2); these do not.
case $1 in
    emulated) options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dnetjig.kernel=stock' ;;
    *) options='-Dnetjig.kernel=stock' ;;
esac
echo "export JAVA_TOOL_OPTIONS='$options'" >/etc/netjig

# What iptables does to bridged packets is a module here; a build never loads one.
echo br_netfilter >/etc/modules-load.d/netjig.conf
modprobe br_netfilter

echo "netjig: $(uname -sr), $(nproc) CPUs ($1); $(java -version 2>&1 | grep -m1 version). Now: vagrant ssh -c \"mvn verify\""
