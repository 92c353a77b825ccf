# shellcheck shell=sh
# Directories that are built beside their place or only for a while. Each is noted below .plimsoll first, wherever it lies, so that whoever
# takes the lease next removes what a killed program left.

# fail_write PATH [WHY]: a write failed, because the lease is gone and with it what this program was working on, or because the disk does not take it.
fail_write() {
  [ -d "$lease" ] || fail_fenced
  fail_full "$@"
}

# make_scratch KIND DIRECTORY: an empty directory for this user alone.
make_scratch() {
  (umask 077 && mkdir -p -- "${2%/*}") 2>/dev/null || fail_write "${2%/*}"
  put_note "$1" "$2"
  : step scratch-noted
  (umask 077 && mkdir -- "$2") 2>/dev/null || fail_write "$2"
  # Whoever took the lease over may have removed the note before there was anything to remove.
  [ -d "$lease" ] || { rmdir -- "$2" && fail_fenced; }
}

# put_note KIND DIRECTORY: from now on it is removed when this program does not do so itself.
put_note() {
  (umask 077 && mkdir -p -- "$meta/scratch") 2>/dev/null || fail_write "$meta"
  put "$meta/scratch/$fence.$1" "$(escaped "$2")"
}

# drop_scratch KIND: removes it, wherever it lies.
drop_scratch() {
  remove_noted "$meta/scratch/$fence.$1"
}

# clean_scratch: what owners of older leases left, and an earlier program of this one.
clean_scratch() {
  for scratch_note in "$meta"/scratch/*; do
    scratch_fence=${scratch_note##*/}
    scratch_fence=${scratch_fence%%.*}
    case $scratch_fence in '' | *[!0-9]*) continue ;; esac
    if [ "$scratch_fence" -le "$fence" ]; then remove_noted "$scratch_note"; fi
  done
}

# remove_noted NOTE: only what has a name that this program gives; the note stays as long as something is left.
remove_noted() {
  [ -f "$1" ] || return 0
  first_line "$1"
  value=$line
  decode
  case ${value##*/} in .new-* | .drill-* | .restore-* | .gone-*) remove_tree "$value" ;; esac
  [ -e "$value" ] || rm -f -- "$1"
}

# Folders of a backup may be closed even for their owner.
remove_tree() {
  rm -rf -- "$1" 2>/dev/null && return 0
  find "$1" -type d -exec chmod u+rwx {} \; 2>/dev/null
  rm -rf -- "$1" 2>/dev/null || echo "$(id -un) may not remove all of $1. Remove it by hand."
}
