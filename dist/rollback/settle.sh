# shellcheck shell=sh
# How a deployment ends on a server. The decision is one of
#   confirm   the release is good: healthy, disarmed
#   later     its gate passed, somebody else confirms it before the deadline
#   revert    go back; `mark` is the state that the release gets
#   drop      the release was never switched: remove it
# Then clean, and give the lease back. It runs to its end also when the runner goes away.

# settle DECISION: by `close`, or by `switch` itself where no other host has a say.
settle() {
  on_term=:
  trap : HUP TERM
  watch_input=no beat=true skip_health=no
  resume_lease
  scratch=$lease
  keep_lease
  case $1 in
    confirm) close_confirm ;;
    later) close_later ;;
    revert) close_revert ;;
    drop) close_drop ;;
  esac
  if [ "$arg_keep" -gt 0 ]; then clean_releases; fi
  stop_keeping_lease
  release_lease
  : step released
  read_current
  emit current "$current_release"
  report_releases
  emit closed "$1"
  empty_trash
}

close_confirm() {
  if ! read_armed "$arg_release"; then
    state_of "$arg_release"
    emit late "${line:-gone}"
  elif confirm_armed || is_confirmed; then
    finish_confirmed "$arg_release" "$arg_event"
    mark_failed
    emit confirmed "$arg_release"
  else
    finish_reverted "$arg_release" unconfirmed reverted
    emit late reverted
  fi
}

# The release that a rollback left behind is not offered again.
mark_failed() {
  [ -z "$arg_failed" ] || set_state "$arg_failed" failed
}

close_later() {
  read_armed "$arg_release" && is_undecided || { emit late reverted; return 0; }
  write "$armed/confirm" later || fail_full "$armed"
  emit pending "$armed_deadline"
}

close_revert() {
  if ! read_armed "$arg_release"; then
    revert_unarmed
  elif [ -e "$armed/stay" ]; then
    free_room
    set_state "$arg_release" failed
    record_end failed failed "$arg_release" "$armed_previous" "\"cause\":\"$arg_cause\"${armed_entry:+,$armed_entry}"
    disarm "$arg_release"
    emit stayed "$arg_release"
  elif ! revert_armed "$arg_release" && is_confirmed; then
    # By its own switch, which then failed or still is at work: whoever comes next closes the books.
    emit confirmed "$arg_release"
  else
    finish_reverted "$arg_release" "$arg_cause" "$arg_mark"
    emit reverted "$armed_target $gate_code $gate_detail"
  fi
}

# Not armed any more: the watchdog was faster, or its own switch confirmed it. Or not yet: it was never switched.
revert_unarmed() {
  read_current
  state_of "$arg_release"
  case $line in
    staged | active | '') close_drop ;;
    healthy) if [ "$current_release" = "$arg_release" ]; then emit confirmed "$arg_release"; else emit reverted "$current_release  "; fi ;;
    *) emit reverted "$current_release  " ;;
  esac
}

# Only what was staged for this run goes; the target of a rollback that was not switched to stays.
close_drop() {
  mark_failed
  [ -n "$arg_release" ] && [ ! -d "$meta/armed/$arg_release" ] && is_release "$arg_release" || return 0
  read_current
  state_of "$arg_release"
  case $line in
    staged | active) [ "$current_release" = "$arg_release" ] || move_to_trash "$arg_release" ;;
  esac
}

# Only healthy releases count. The live release, the last healthy one beside it and whatever is armed stay; of the others,
# the newest one stays for whoever wants to see why it failed.
clean_releases() {
  read_current
  clean_kept=0
  for clean_id in $(healthy_releases); do
    clean_kept=$((clean_kept + 1))
    if [ "$clean_kept" -gt "$arg_keep" ] && [ "$clean_kept" -gt 2 ]; then remove_release "$clean_id"; fi
  done
  clean_newest=
  for clean_record in "$meta"/releases/*/; do
    clean_id=${clean_record%/}
    clean_id=${clean_id##*/}
    is_release "$clean_id" || continue
    state_of "$clean_id"
    case $line in failed | reverted) ;; *) continue ;; esac
    if [ -n "$clean_newest" ]; then remove_release "$clean_newest"; fi
    clean_newest=$clean_id
  done
}

remove_release() {
  [ "$1" != "$current_release" ] && [ ! -d "$meta/armed/$1" ] || return 0
  for clean_armed in "$meta"/armed/*/target; do
    first_line "$clean_armed"
    [ "$line" != "$1" ] || return 0
  done
  move_to_trash "$1"
  emit removed "$1"
}
