#!/bin/sh
# Owns everything that a Linux host of the tests takes from the kernel: a folder, a memory disk, an overlay of `/`, a control group
# and a cable (veth pair). Prints what it made as `name value` lines, ends them with `ready`, and then keeps it all for as long as
# its standard input is open. The input closes when whoever started it is done or dead, in whatever way, so nothing stays behind.
# Usage: host-keeper.sh CONTROL_GROUP_MOUNT DISK_SIZE
set -eu
trap '' HUP INT TERM # Ctrl-C is for the test run; the clean-up comes by the closed input.
control_groups=$1
disk_size=$2
folder=
group=
cable=

clean_up() {
  set +e
  [ -z "$cable" ] || ip link delete "$cable" # Takes the other end with it, in whichever namespace that is.
  [ -z "$group" ] || end_processes
  [ -z "$folder" ] || remove_folder
  [ -z "$group" ] || find "$group" -depth -type d -exec rmdir {} +
}

end_processes() {
  echo 1 >"$group/cgroup.kill"
  tries=0
  while grep -q '^populated 1' "$group/cgroup.events" && [ "$tries" -lt 3000 ]; do
    sleep 0.02
    tries=$((tries + 1))
  done
}

remove_folder() {
  for mount_point in root disk; do
    if mountpoint -q "$folder/$mount_point"; then
      # Somebody may look into it at this very moment; a lazy unmount is right then.
      umount "$folder/$mount_point" 2>/dev/null || umount --lazy "$folder/$mount_point"
    fi
    rmdir "$folder/$mount_point"
  done
  rmdir "$folder"
}

# Making a network interface is atomic, so its name is also the claim on the addresses that go with it, against all parallel runs.
claim_cable() {
  slot=$(($$ % 16384))
  until complaint=$(ip link add "plim${slot}out" type veth peer name "plim${slot}in" 2>&1); do
    case $complaint in
    *'File exists'*) slot=$(((slot + 1) % 16384)) ;;
    *) fail "$complaint" ;;
    esac
  done
  cable=plim${slot}out
  prefix=198.18.$((slot / 64)).$((slot % 64 * 4)) # 198.18.0.0/15 is set aside for tests of network devices (RFC 2544).
}

fail() {
  echo "$1" >&2
  exit 1
}

address() {
  echo "${prefix%.*}.$((${prefix##*.} + $1))"
}

trap clean_up EXIT
folder=$(mktemp -d "${TMPDIR:-/tmp}/plimsoll-host.XXXXXX")
mkdir "$folder/disk" "$folder/root"
mount -t tmpfs -o "mode=755,size=$disk_size" plimsoll-host "$folder/disk"
mkdir "$folder/disk/upper" "$folder/disk/work"
mount -t overlay -o "lowerdir=/,upperdir=$folder/disk/upper,workdir=$folder/disk/work" plimsoll-host "$folder/root"
claim_cable
ip address add "$(address 1)/30" dev "$cable"
ip link set "$cable" up
mkdir "$control_groups/$cable"
group=$control_groups/$cable

echo "folder $folder"
echo "group $group"
echo "cable plim${slot}in"
echo "address $(address 2)"
echo ready
cat >/dev/null
