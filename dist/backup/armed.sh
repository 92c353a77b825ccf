# shellcheck shell=sh
# A switch that is not confirmed yet. It is a directory armed/<release>, and one rename decides it:
#
#   back -> current     reverted: the link to the earlier release becomes `current`; nobody can confirm any more
#   back -> confirmed   confirmed: nobody can revert any more
#
# A directory with neither was decided for the revert, and what follows a revert has still to be done. Where there is no healthy
# release to go back to, the directory holds `stay` instead of `back`.

# arm RELEASE TARGET: from now on the server can go back to TARGET by itself. The clock shows whole seconds, so the next second
# is where the time begins: a confirmation may take all the time that was promised, never a part of a second less. The wall clock is
# read first, so that the deadline that is told is not after the one that holds.
arm() {
  armed_new=$lease/armed
  [ ! -e "$armed_new" ] || rm -rf -- "$armed_new"
  (umask 077 && mkdir -- "$armed_new") 2>/dev/null || fail_unwritten "$lease"
  if [ -n "$2" ]; then ln -s -- "releases/$2" "$armed_new/back"; else true >"$armed_new/stay"; fi || fail_unwritten "$armed_new"
  state_of "$1"
  armed_now=$(date +%s)
  read_clock
  printf '%s\n' "$line" >"$armed_new/was" && printf '%s\n' auto >"$armed_new/confirm" &&
    printf '%s\n' "$2" >"$armed_new/target" && printf '%s\n' "$arg_previous" >"$armed_new/previous" &&
    printf '%s\n' "$arg_entry" >"$armed_new/entry" && printf '%s\n' "$fence" >"$armed_new/fence" &&
    printf '%s %s %s %s\n' "$boot" $((clock + 1)) "$arg_confirm_within" $((armed_now + arg_confirm_within)) >"$armed_new/deadline" &&
    write_watchdog "$1" && keep_room || fail_unwritten "$armed_new"
  : step armed-written
  mv -T -- "$armed_new" "$meta/armed/$1" 2>/dev/null || fail_unwritten "$meta/armed"
  armed=$meta/armed/$1
  : step armed
  start_watchdog "$1"
}

# What fills the disk after the switch must not keep its end out of the books: some room is set aside until then.
keep_room() {
  mkdir -- "$armed_new/room" && head -c 65536 /dev/urandom >"$armed_new/room/bytes" || return 1
  for room in 1 2 3 4 5 6 7; do true >"$armed_new/room/$room" || return 1; done
}

free_room() {
  rm -rf -- "$armed/room"
}

# read_armed RELEASE: sets armed and its facts; false when it is not armed.
read_armed() {
  armed=$meta/armed/$1
  [ -d "$armed" ] || return 1
  first_line "$armed/target" && armed_target=$line
  first_line "$armed/previous" && armed_previous=$line
  first_line "$armed/was" && armed_was=$line
  first_line "$armed/confirm" && armed_confirm=$line
  first_line "$armed/entry" && armed_entry=$line
  first_line "$armed/fence" && armed_fence=$line
  first_line "$armed/deadline"
  # shellcheck disable=SC2086 # four words
  set -- ${line:-none 0 0 0}
  armed_boot=$1 armed_at=$2 armed_within=$3 armed_deadline=$4
}

# Sets `left`, the seconds until the deadline: by the time since boot, or after a reboot by the wall clock, never longer than it was.
find_time_left() {
  read_clock
  if [ "$boot" = "$armed_boot" ]; then left=$((armed_at + armed_within - clock)); else left=$((armed_deadline - $(date +%s))); fi
  [ "$left" -le "$armed_within" ] || left=$armed_within
}

has_time_left() {
  find_time_left
  [ "$left" -gt 0 ]
}

# An unconfirmed release that keeps everybody else waiting: sets `pending` and `pending_until`.
find_pending() {
  [ "$arg_intent" = deploy ] || return 1
  for pending in "$meta"/armed/*; do
    [ -L "$pending/back" ] || [ -e "$pending/stay" ] || continue
    pending=${pending##*/}
    read_armed "$pending" || continue
    pending_until=$(date -u -d "@$armed_deadline" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || echo "$armed_deadline")
    [ "$armed_confirm" = later ] && has_time_left && return 0
  done
  return 1
}

# confirm_armed: true when the release was confirmed, false when it was reverted before.
confirm_armed() {
  if [ -e "$armed/stay" ]; then mv -f -- "$armed/stay" "$armed/confirmed" 2>/dev/null; else mv -T -- "$armed/back" "$armed/confirmed" 2>/dev/null; fi
  confirm_status=$?
  durable "$armed"
  return "$confirm_status"
}

# revert_armed RELEASE: true when `current` went back by this call. The target is hashed first; a damaged one is exchanged for the
# last healthy release that is sound. Where there is none, a damaged release that once was healthy is still better than one that is not
# well, but it is said: sets `damaged`.
revert_armed() {
  damaged=
  [ -L "$armed/back" ] || return 1
  for revert_target in "$armed_target" $(healthy_releases) ''; do
    [ "$revert_target" != "$1" ] || continue
    [ -n "$revert_target" ] || { damaged=yes && break; }
    [ -n "$(verify_release "$revert_target" | head -n 1)" ] || break
  done
  turn_back "${revert_target:-$armed_target}" || return 1
  free_room
  durable "$root" "$armed"
}

# turn_back RELEASE: to the target that was armed by one rename. To another one by two: hashing took its time, and whoever confirmed meanwhile
# must have won. So the link back is taken away first, which decides, and names the link that then becomes `current`.
turn_back() {
  if [ "$1" != "$armed_target" ]; then
    if ln -s -- "releases/$1" "$armed/turn.$arg_nonce" 2>/dev/null; then
      mv -T -- "$armed/back" "$armed/left.$arg_nonce" 2>/dev/null && finish_turn
      return
    fi
    damaged=yes
  fi
  mv -T -- "$armed/back" "$root/current" 2>/dev/null
}

# What a decision for another target began; whoever began it may have been killed in the middle.
finish_turn() {
  for turn_left in "$armed"/left.*; do
    turn=$armed/turn.${turn_left##*.}
    [ -L "$turn" ] || continue
    armed_target=$(readlink -- "$turn")
    armed_target=${armed_target#releases/}
    write "$armed/target" "$armed_target" && mv -T -- "$turn" "$root/current" 2>/dev/null || return 1
  done
}

# record_end END EVENT RELEASE PREVIOUS DETAILS: of what is armed, END being confirmed, reverted or failed. A lease arms a release once.
# Whoever was killed after this and before it was disarmed leaves all of it to be done again.
record_end() {
  record_id=${armed_fence:+$3-$armed_fence-$1}
  shift
  record "$@" "$record_id"
}

# finish_confirmed RELEASE EVENT: the book-keeping after a confirmation; needs the lease.
finish_confirmed() {
  free_room
  [ ! -d "$meta/releases/$1" ] || put "$meta/releases/$1/confirmed" "$fence"
  set_state "$1" healthy
  : step confirmed
  record_end confirmed "$2" "$1" "$armed_previous" "$armed_entry"
  disarm "$1"
}

# finish_reverted RELEASE CAUSE STATE: brings the target of the revert to life and books it; needs the lease.
# Sets gate_code when the target is not well.
finish_reverted() {
  # Nobody decided: it was the rename itself that failed, as on a disk that became read-only. All is as it was.
  ! is_undecided && finish_turn || fail_unwritten "$armed"
  gate_code='' gate_detail=''
  free_room
  if [ ! -e "$armed/activated" ]; then
    activate_target
  else
    first_line "$armed/activated" && gate_code=$line
  fi
  : step reverted
  finished_state=$3
  if [ "$3" = reverted ] && [ "$armed_was" = healthy ]; then finished_state=healthy; fi
  set_state "$1" "$finished_state"
  finished_event=reverted
  if [ -n "$gate_code" ]; then finished_event=revert-failed; fi
  record_end reverted "$finished_event" "$1" "$armed_target" "\"cause\":\"$2\"${armed_entry:+,$armed_entry}${undone_why:+,$undone_why}"
  disarm "$1"
}

activate_target() {
  if activate "$armed_target" && [ "${damaged:-}" = yes ]; then
    refuse integrity "release $armed_target is not what its manifest says, and there is no other healthy one"
  fi
  printf '%s\n' "$gate_code" >"$armed/activated"
}

disarm() {
  stop_watchdog "$1"
  mv -T -- "$meta/armed/$1" "$meta/trash/armed.$1.$arg_nonce" 2>/dev/null
  : step disarmed
  rm -rf -- "$meta/trash/armed.$1.$arg_nonce"
}

# The link back was made before the switch, and the switch never came.
was_never_switched() {
  read_current
  [ -L "$armed/back" ] && [ "$current_release" = "$armed_target" ]
}

is_undecided() {
  [ -L "$armed/back" ] || [ -e "$armed/stay" ]
}

is_confirmed() {
  [ -L "$armed/confirmed" ] || [ -e "$armed/confirmed" ]
}

# recover_armed RELEASE: brings an armed release whose owner is gone to its end; needs the lease.
recover_armed() {
  read_armed "$1" || return 0
  if is_confirmed; then
    recover_confirmed "$1"
  elif [ -e "$armed/stay" ]; then
    recover_stay "$1"
  elif was_never_switched; then
    set_state "$1" "$armed_was"
    disarm "$1"
    emit recovered "release $1 was about to be switched and never was"
  else
    # Who came to take it back says why; a watchdog that was faster did not know.
    undone_why=
    if is_undecided; then undone_why=${arg_undo:-}; fi
    # Hashing the way back takes its time: whoever was only asleep may have confirmed meanwhile.
    if ! revert_armed "$1" && is_confirmed; then
      recover_confirmed "$1"
      return
    fi
    finish_reverted "$1" unconfirmed reverted
    emit undone "$1 $armed_target $gate_code"
    emit recovered "release $1 was never confirmed; $armed_target is live again${gate_code:+, but it is not well: $gate_detail}"
  fi
}

recover_confirmed() {
  finish_confirmed "$1" confirmed
  emit recovered "release $1 had been confirmed; its book-keeping was finished"
}

# Nothing healthy to go back to: the release itself is asked again, where it was to be confirmed by its own gate.
recover_stay() {
  free_room
  read_current
  if [ "$current_release" != "$1" ]; then
    set_state "$1" "$armed_was"
    disarm "$1"
  elif [ "$armed_confirm" = auto ] && activate "$1"; then
    mv -f -- "$armed/stay" "$armed/confirmed"
    finish_confirmed "$1" confirmed
    emit recovered "release $1 had been switched but not confirmed; its gate passed now"
  else
    set_state "$1" failed
    record_end failed failed "$1" "$armed_previous" "\"cause\":\"unconfirmed\"${armed_entry:+,$armed_entry}"
    disarm "$1"
    emit recovered "release $1 was never confirmed, and there is no healthy release to go back to; it is still live"
  fi
}
