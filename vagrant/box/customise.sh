#!/bin/sh
# Makes a Vagrant box of the file system in DIR: customise.sh DIR. The user vagrant, Vagrant's well-known key (which it
# replaces at the first start), DHCP.
set -eu
root=$1
chroot "$root" useradd --create-home --shell /bin/bash vagrant 2>/dev/null || :
echo 'vagrant ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/vagrant"
chmod 440 "$root/etc/sudoers.d/vagrant"
install -d -m 700 "$root/home/vagrant/.ssh"
cat >"$root/home/vagrant/.ssh/authorized_keys" <<'END'
ssh-rsa AAAAB3NzaC1yc2EAAAABIwAAAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr+kz4TjGYe7gHzIw+niNltGEFHzD8+v1I2YJ6oXevct1YeS0o9HZyN1Q9qgCgzUFtdOKLv6IedplqoPkcmF0aYet2PkEDo3MlTBckFXPITAMzF8dJSIFo9D8HfdOV0IAdx4O7PtixWKn5y2hMNG0zQPyUecp4pzC6kivAIhyfHilFR61RGL+GPXQ2MWZWFYbAGjyiYJnAmCP3NOTd0jMZEnDkbUvxhMmBYSdETk1rRgm+R4LOzFUGaHqHDLKLX+FIPKcF96hrucXzcWyLbIbEgE98OHlnVYCzRdK8jlqm8tehUc9c9WhQ== vagrant insecure public key
END
chmod 600 "$root/home/vagrant/.ssh/authorized_keys"
chroot "$root" chown -R vagrant:vagrant /home/vagrant
printf 'auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet dhcp\n' >"$root/etc/network/interfaces"
printf '/dev/vda / ext4 defaults 0 1\n' >"$root/etc/fstab"
echo netjig >"$root/etc/hostname"
printf 'UseDNS no\n' >"$root/etc/ssh/sshd_config.d/netjig.conf"
rm -f "$root/usr/sbin/policy-rc.d"
# The tests' engine is their own; the machine's would take its bridge and firewall.
for service in docker.service docker.socket containerd.service apt-daily.timer apt-daily-upgrade.timer man-db.timer; do
    rm -f "$root"/etc/systemd/system/*.wants/$service
done
