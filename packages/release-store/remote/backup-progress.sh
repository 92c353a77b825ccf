# shellcheck shell=sh
# How far long work is, told every two seconds: `progress <phase> <bytes done> <bytes in all, 0 when not known>`.

progress_watcher=

# watch_progress PHASE TOTAL [PREFIX]: PREFIX is that of hash_entries.
watch_progress() {
  spawn tell_progress "$@"
  progress_watcher=$!
}

stop_progress() {
  [ -n "$progress_watcher" ] || return 0
  kill -s TERM "$progress_watcher" 2>/dev/null
  wait "$progress_watcher" 2>/dev/null
  progress_watcher=
}

tell_progress() {
  exec >/dev/null 2>&1 4<&-
  while sleep 2 3>&- && kill -s 0 "$$"; do
    measure_progress "$@" && emit progress "$1 ${progress_done:-0} $2"
  done
}

measure_progress() {
  case $1 in
    archive) progress_done=$(stat -c %s -- "$archive") ;;
    hash | compare) progress_done=$(awk -v lines="$(cat -- "$3".sums.* | wc -l)" '/^8/ && lines-- > 0 { bytes += $3 } END { printf "%.0f", bytes }' "$4") ;;
    unpack) while read -r progress_name progress_done; do [ "$progress_name" != pos: ] || break; done </proc/self/fdinfo/5 ;;
  esac
}

# stopped_by_runner STATUS: of something guarded.
stopped_by_runner() {
  [ "$1" -ne 125 ] || fail_stopped
}

fail_stopped() {
  renew_lease || fail_fenced
  fail cancelled 'The runner went away. What had been begun was removed.'
}
