#!/bin/sh
# Becomes PID 1 of a Linux host of the tests: runs in fresh namespaces, makes the overlay its root and starts systemd there.
# Usage: pid-one.sh ROOT
set -eu
cd "$1"

mount --bind . .
cd "$1" # Into the mount that was just made over it.
mount -t proc proc proc
# What belongs to the machine and not to a namespace is out of reach.
for path in proc/sys proc/sysrq-trigger; do
  [ -e "$path" ] || continue
  mount --bind "$path" "$path"
  mount -o remount,bind,ro "$path"
done

mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup

mount -t tmpfs -o mode=755 tmpfs run
# Without its own /tmp, the clean-up of systemd empties that of the machine.
mount -t tmpfs -o mode=1777 tmpfs tmp

mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do
  : >"dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr

# A reboot is to be seen as one: programs tell boots apart by this id, and systemd keeps one that is there.
cat /proc/sys/kernel/random/uuid >run/boot_id
mount --bind run/boot_id proc/sys/kernel/random/boot_id
mount -o remount,bind,ro proc/sys/kernel/random/boot_id

pivot_root . .
umount -l .
# `container` makes systemd leave devices and kernel settings alone. Without sys_time no test can turn the clock of the machine.
exec env -i container=plimsoll PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  setpriv --bounding-set=-sys_module,-sys_rawio,-sys_time /lib/systemd/systemd
