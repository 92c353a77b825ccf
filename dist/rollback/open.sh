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
    look)
      choose_base
      report
      ;;
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
  choose_base
  hash_ahead
  for left in "$meta"/releases/*; do
    [ -d "$left" ] && recover_record "${left##*/}"
  done
  : step recovered
  clean_scratch
  empty_trash
}

recover_record() {
  [ ! -d "$meta/armed/$1" ] || return 0
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
  emit tools "$(list_tools)"
  emit current "$current_kind $current_release"
  report_releases
  report_base
}

# wget is asked for nothing where there is curl.
list_tools() {
  for tool in zstd gzip curl rsync systemctl; do
    if command -v "$tool" >/dev/null; then printf '%s ' "$tool"; fi
  done
  command -v curl >/dev/null || { has_gnu_wget && printf wget; }
}

# What the next release is compared with: the release that is live, else the last healthy one. Sets `base`, empty without one.
choose_base() {
  read_current
  base=
  [ "$arg_base" = yes ] || return 0
  base=$current_release
  [ -n "$base" ] || base=$(healthy_releases | head -n 1)
}

# Hashing takes longest of all, so it begins as soon as it is known what to hash, and goes on while everything else is looked after.
hash_ahead() {
  [ -n "$base" ] && [ "$arg_verify_content" = full ] || return 0
  spawn hash_base
  hashing=$!
}

# The last line, which no path looks like, says how many were before it.
hash_base() {
  exec 3>&- 4<&-
  verify_release "$base" | awk '{ print } END { print "/" NR }' >"$lease/differing"
}

report_base() {
  [ -n "$base" ] || return 0
  emit base "$base"
  if [ -f "$meta/releases/$base/manifest.gz" ]; then
    emit_file manifest_gz "$meta/releases/$base/manifest.gz"
  else
    emit_file manifest "$meta/releases/$base/manifest"
  fi
  [ "$arg_verify_content" = changed ] || report_damaged
}

# A list that is cut short, by a full disk or whatever else, is none.
report_damaged() {
  wait "$hashing"
  damaged_count=0
  while IFS= read -r damaged; do
    [ "$damaged" != "/$damaged_count" ] || return 0
    emit damaged "$damaged"
    damaged_count=$((damaged_count + 1))
  done <"$lease/differing"
  fail_unwritten "$lease"
}

open_store
