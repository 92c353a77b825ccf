# shellcheck shell=sh
# Execution 1, open. `do` is `take` (take the lease, recover what was left, report) or `look` (report, touch nothing).

open_store() {
  case $arg_do in
    take)
      check_tools
      make_layout
      watch_runner_while_waiting
      take_lease "$arg_lock_timeout"
      stop_watching
      emit fence "$fence"
      scratch=$lease
      keep_lease
      recover_all
      report
      stop_keeping_lease
      renew_lease || fail_fenced
      ;;
    look) report ;;
  esac
  emit opened yes
}

check_tools() {
  for tool in tar sha256sum readlink stat mv ln cp find sed awk sort cut xargs df sync; do
    command -v "$tool" >/dev/null || fail remote-environment "The server has no '$tool' command. Install coreutils, tar, awk and findutils, or busybox."
  done
}

# A runner that goes away while it waits must not get the lease afterwards.
watch_runner_while_waiting() {
  spawn end_with_runner
  waiting_watcher=$!
}

end_with_runner() {
  exec >/dev/null 2>&1 3>&-
  while IFS= read -r _ <&4 && kill -s 0 "$$" 2>/dev/null; do :; done
  kill -s TERM "$$" 2>/dev/null
}

stop_watching() {
  kill -s TERM "$waiting_watcher" 2>/dev/null
  wait "$waiting_watcher" 2>/dev/null
}

# Everything that a dead owner may have left, in an order in which each step can be cut short and be done again.
recover_all() {
  for left in "$meta"/armed/*; do
    [ -d "$left" ] || continue
    left=${left##*/}
    read_armed "$left"
    # A confirmation came to decide this one itself.
    if [ "$arg_intent" = confirm ] && has_time_left && is_undecided; then continue; fi
    recover_armed "$left"
  done
  for left in "$meta"/releases/*; do
    [ -d "$left" ] && recover_record "${left##*/}"
  done
  : step recovered
  clean_scratch
  empty_trash
}

recover_record() {
  [ ! -d "$meta/armed/$1" ] || return 0
  read_current
  state_of "$1"
  if [ ! -d "$root/releases/$1" ]; then
    rm -rf -- "${meta:?}/releases/$1"
    emit recovered "the record of release $1, whose files are gone, was removed"
  elif [ "$current_release" = "$1" ]; then
    case $line in active | staged) set_state "$1" failed ;; esac
  else
    case $line in
      staged | active | incomplete | '')
        move_to_trash "$1"
        emit recovered "release $1 was staged and never switched; it was removed"
        ;;
    esac
  fi
}

report() {
  free_near=$root
  while [ ! -d "$free_near" ]; do free_near=${free_near%/*}; done
  free_space "${free_near:-/}"
  emit free "$free_kilobytes $free_inodes"
  emit clock "$(date +%s)"
  emit tools "$(for tool in zstd gzip curl rsync systemctl; do command -v "$tool" >/dev/null && printf '%s ' "$tool"; done; has_gnu_wget && printf wget)"
  read_current
  emit current "$current_kind $current_release"
  report_releases
  report_base
}

# What the next release is compared with: the release that is live, else the last healthy one. Its manifest is on its way while it is hashed.
report_base() {
  [ "$arg_base" = yes ] || return 0
  base=$current_release
  [ -n "$base" ] || base=$(healthy_releases | head -n 1)
  [ -n "$base" ] || return 0
  emit base "$base"
  if [ -f "$meta/releases/$base/manifest.gz" ]; then
    emit_file manifest_gz "$meta/releases/$base/manifest.gz"
  else
    emit_file manifest "$meta/releases/$base/manifest"
  fi
  if [ "$arg_verify_content" = full ]; then verify_release "$base" | while IFS= read -r damaged; do emit damaged "$damaged"; done; fi
}

open_store
