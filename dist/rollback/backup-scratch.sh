# shellcheck shell=sh
# Directories that are built beside their place or only for a while. Each is noted first; scratch.sh says how and why.

# fail_write PATH [WHY]: a write failed, because the lease is gone and with it what this program was working on, or because the disk does not take it.
fail_write() {
  [ -d "$lease" ] || fail_fenced
  fail_full "$@"
}

# make_scratch KIND DIRECTORY: an empty directory for this user alone.
make_scratch() {
  (umask 077 && mkdir -p -- "${2%/*}") 2>/dev/null || fail_write "${2%/*}"
  try_scratch "$@" || fail_write "$2"
}

# try_scratch KIND DIRECTORY: false when it cannot be made.
try_scratch() {
  put_note "$1" "$2"
  : step scratch-noted
  (umask 077 && mkdir -- "$2") 2>/dev/null || return 1
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
