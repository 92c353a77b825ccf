#!/bin/sh
# Mounts a file system for a test and keeps it for as long as its standard input is open (see host-keeper.sh).
# Usage: volume-keeper.sh xfs SIZE_MB | volume-keeper.sh tmpfs SIZE_MB INODES
set -eu
trap '' HUP INT TERM
kind=$1
size=$2
inodes=${3:-0}
folder=

clean_up() {
  set +e
  [ -n "$folder" ] || return
  if mountpoint -q "$folder/volume"; then
    umount "$folder/volume" 2>/dev/null || umount --lazy "$folder/volume"
  fi
  rm -f "$folder/image"
  rmdir "$folder/volume" "$folder"
}

trap clean_up EXIT
folder=$(mktemp -d "${TMPDIR:-/tmp}/plimsoll-volume.XXXXXX")
mkdir "$folder/volume"
case $kind in
xfs)
  truncate -s "${size}M" "$folder/image"
  mkfs.xfs -q -m reflink=1 "$folder/image"
  mount -o loop "$folder/image" "$folder/volume"
  ;;
tmpfs) mount -t tmpfs -o "mode=755,size=${size}m,nr_inodes=$inodes" plimsoll-volume "$folder/volume" ;;
esac

echo "path $folder/volume"
echo ready
cat >/dev/null
