# shellcheck shell=sh
# Where things lie below deploy-path, and small tools for files and time.

root=$arg_deploy_path
meta=$root/.plimsoll

# Wall clocks jump; what expires is measured by the time since boot. Sets `clock` (seconds) and `boot` (which boot).
read_clock() {
  boot=none
  if [ -r /proc/uptime ] && [ -r /proc/sys/kernel/random/boot_id ]; then
    IFS='. ' read -r clock _ </proc/uptime
    IFS= read -r boot </proc/sys/kernel/random/boot_id
  else
    clock=$(date +%s)
  fi
}

# Flushes files and directories to the disk: each one where they are few, else the whole file system.
durable() {
  if [ "$#" -le 64 ]; then
    sync "$@" 2>/dev/null || sync
  else
    sync -f "$1" 2>/dev/null || sync
  fi
}

# write FILE TEXT: replaces a small file in one step.
write() {
  printf '%s\n' "$2" >"$1.new" && mv -f -- "$1.new" "$1"
}

# first_line FILE: sets `line`, empty when there is none.
first_line() {
  line=
  [ -f "$1" ] || return 0
  IFS= read -r line <"$1" || true
}

last_line() {
  tail -n 1 -- "$1" 2>/dev/null | cut -c 1-300
}

make_layout() {
  read_current
  [ "$current_kind" != no-link ] ||
    fail remote-environment "$root/current is not a symbolic link. Move it away; Plimsoll replaces only a link."
  { has_folders "$root" "$root/releases" "$root/shared" || mkdir -p -- "$root" "$root/releases" "$root/shared" 2>/dev/null; } &&
    [ -w "$root" ] && [ -w "$root/releases" ] ||
    fail remote-environment "$root cannot be written by $(id -un). Create it for this user, see whether its file system is read-only, or give another deploy-path."
  if [ ! -d "$meta" ]; then
    (umask 077 && mkdir -p -- "$meta") || fail remote-environment "$meta cannot be created."
  fi
  has_folders "$meta/lease" "$meta/releases" "$meta/armed" "$meta/trash" ||
    (umask 077 && mkdir -p -- "$meta/lease" "$meta/releases" "$meta/armed" "$meta/trash") ||
    fail_full "$meta"
  check_writable
}

has_folders() {
  for layout_folder; do
    [ -d "$layout_folder" ] || return 1
  done
}

# Found out before anything is changed, rather than by a rename that fails in the middle.
check_writable() {
  for layout_folder in "$root" "$root/releases" "$meta" "$meta/lease" "$meta/releases" "$meta/armed" "$meta/trash"; do
    [ -w "$layout_folder" ] || fail_full "$layout_folder"
  done
}

# fail_full PATH: a write failed; says whether the disk is the reason.
fail_full() {
  free_space "$root"
  if [ "$free_kilobytes" -lt 1024 ] || [ "$free_inodes" -lt 16 ]; then
    fail disk "No room left on the file system of $1: $free_kilobytes KiB and $free_inodes inodes free."
  fi
  fail remote-environment "$1 could not be written. ${2:-Check its owner, its mode and whether the file system is read-only.}"
}

# Sets free_kilobytes and free_inodes; a file system without a fixed number of inodes counts as plenty.
free_space() {
  free_kilobytes=$(df -Pk -- "$1" 2>/dev/null | awk 'NR == 2 { print $4 }')
  free_inodes=$(df -Pi -- "$1" 2>/dev/null | awk 'NR == 2 && $2 > 0 { print $4 }')
  case $free_kilobytes in '' | *[!0-9]*) free_kilobytes=0 ;; esac
  case $free_inodes in '' | *[!0-9]*) free_inodes=999999999 ;; esac
}

# Sets current_kind (none, release, dangling, foreign, no-link) and current_release.
read_current() {
  current_release=
  current_kind=none
  if [ ! -L "$root/current" ]; then
    [ ! -e "$root/current" ] || current_kind=no-link
    return 0
  fi
  current_target=$(readlink -- "$root/current")
  current_kind=foreign
  case $current_target in
    releases/*/* | releases/.*) ;;
    releases/*) if is_release "${current_target#releases/}"; then current_kind=release && current_release=${current_target#releases/}; fi ;;
  esac
  [ -e "$root/current" ] || current_kind=dangling
}

is_release() {
  [ -n "$1" ] && [ -f "$meta/releases/$1/manifest" ] && [ -d "$root/releases/$1" ]
}
