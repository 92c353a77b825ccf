# shellcheck shell=sh
# Directories that a program builds beside their place or only for a while are noted below .plimsoll/scratch first, wherever they lie, so that
# whoever takes the lease next removes what a killed program left.

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
  if is_foreign "$value" "$1"; then
    rm -f -- "$1"
    return 0
  fi
  case ${value##*/} in .new-* | .drill-* | .restore-* | .gone-*) remove_tree "$value" ;; esac
  [ -e "$value" ] || rm -f -- "$1"
}

# is_foreign PATH NOTE: where everybody may write, a name says nothing about who made what has it.
is_foreign() {
  case $1 in /dev/shm/*) [ "$(stat -c %u -- "$1" 2>/dev/null)" != "$(stat -c %u -- "$2")" ] ;; *) return 1 ;; esac
}

# Folders of a backup may be closed even for their owner.
remove_tree() {
  rm -rf -- "$1" 2>/dev/null && return 0
  find "$1" -type d -exec chmod u+rwx {} \; 2>/dev/null
  rm -rf -- "$1" 2>/dev/null || echo "$(id -un) may not remove all of $1. Remove it by hand."
}
