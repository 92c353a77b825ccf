# shellcheck shell=sh
# Execution 3, switch: prepares the release where it lies, waits for the order, arms the watchdog, switches and asks the gate.
# With one host it then settles the deployment as well, once the runner has said so. The runner may send an empty line (a sign of life), `go`,
# `settle`, or end standard input (stop).
# `do` is `switch`, or `watch` on the server itself.

switch_release() {
  resume_lease
  scratch=$lease
  watch_input=yes
  beat=renew_lease
  load_runbook "$arg_release"
  check_target
  prepare
  check_services
  emit ready "$arg_release"
  if [ "$arg_order" = awaited ]; then
    await_order go || fail cancelled 'The runner went away before it gave the order to switch. Nothing was switched.'
  fi
  choose_target
  leave_time_for_gate
  arm "$arg_release" "$target"
  switch_current
  if activate "$arg_release"; then
    pass_gate ''
  elif [ "$arg_force" = yes ] && [ "$gate_code" != cancelled ]; then
    pass_gate "$gate_code: $gate_detail"
  else
    emit gate "$gate_code $gate_detail"
    # Stopped because the runner went away.
    if [ "${guarded_status:-0}" -eq 125 ]; then shorten_lease; fi
  fi
}

# Where no other host has a say, `when_passed` says how to end. The runner gives its word all the same: what it did not hear of is not
# confirmed. Without one the watchdog decides, and nothing is left to wait for after its deadline.
pass_gate() {
  emit gate "pass $1"
  [ -n "$arg_when_passed" ] || return 0
  spawn end_after_deadline
  pass_clock=$!
  await_order settle
  pass_word=$?
  ended_by "$pass_clock"
  if [ "$pass_word" -eq 0 ]; then
    settle "$arg_when_passed"
  else
    shorten_lease
  fi
}

# Who comes next need not wait for a full term. A runner that only gave up renews it by closing.
shorten_lease() {
  lease_seconds=10
  renew_lease || true
}

# At the earliest at the deadline, so that a word that comes late is answered. Looks again each second whether this program is still there:
# its number may soon be another one's.
end_after_deadline() {
  exec >/dev/null 2>&1 3>&- 4<&-
  end_in=$arg_confirm_within
  while [ "$end_in" -gt 0 ]; do
    sleep 1
    kill -s 0 "$$" || exit 0
    end_in=$((end_in - 1))
  done
  kill -s TERM "$$"
}

# The runner sees to it that a deployment's deadline is later than its gate; what an earlier release's gate needs is known only here.
leave_time_for_gate() {
  gate_needs=$((run_startup_wait + run_health_timeout))
  if [ "$arg_confirm_within" -le "$gate_needs" ]; then arg_confirm_within=$((gate_needs + 120)); fi
  # Forced: whatever the gate would say must not keep anybody from this release.
  if [ "$arg_force" = yes ]; then skip_health=yes; fi
}

# The release is hashed again where it was not built just now.
check_target() {
  is_release "$arg_release" || fail no-release "There is no release $arg_release on this server."
  [ "$arg_verify" = yes ] || return 0
  emit step verify
  differing=$(verify_release "$arg_release" | head -n 5)
  [ -z "$differing" ] ||
    fail integrity "Release $arg_release is not what its manifest says, such as: $(printf %s "$differing" | tr '\n' ' '). It was not switched to."
}

prepare() {
  for prepare_name in prepare before-switch; do
    case $prepare_name in prepare) prepare_text=$arg_prepare ;; *) prepare_text=$arg_before_switch ;; esac
    [ -n "$prepare_text" ] || continue
    run_hook "$prepare_name" "$prepare_text" "$arg_release" "$run_command_timeout" || { explain_status $?; fail remote-command "$prepare_name $explained. Nothing was switched."; }
  done
}

# A service that cannot be restarted is found out before the switch rather than by it.
check_services() {
  [ -n "$run_services" ] && [ "$arg_force" = no ] || return 0
  command -v systemctl >/dev/null || fail remote-environment 'services needs systemd, and the server has no systemctl. Nothing was switched. Use after-switch instead.'
  check_list=$run_services
  while [ -n "$check_list" ]; do
    check_service "${check_list%%"$newline"*}"
    case $check_list in *"$newline"*) check_list=${check_list#*"$newline"} ;; *) check_list= ;; esac
  done
}

check_service() {
  # A unit that is not there yet may be made by after-switch.
  if [ -z "$run_after_switch" ] && [ "$(property LoadState "$1")" = not-found ]; then
    fail remote-environment "Unit $1 not found on the server. Nothing was switched. Make it first, or check the name in services."
  fi
  case $1 in user:*) return 0 ;; esac
  [ "$(id -u)" -eq 0 ] || sudo -n -l systemctl restart "$1" >/dev/null 2>&1 ||
    fail remote-environment "$(id -un) may not restart $1. Nothing was switched. Deploy as root, allow it in sudoers ($(id -un) ALL=(root) NOPASSWD: $(command -v systemctl) restart $1), or make it a unit of its own manager (user:$1)."
}

# await_order WORD: until the runner says it; false when the runner went away.
await_order() {
  while IFS= read -r order <&4; do
    renew_lease || fail_fenced
    [ "$order" != "$1" ] || return 0
  done
  return 1
}

# Where a revert would lead: to the release that is live if it is healthy, else to the last healthy one, else nowhere.
choose_target() {
  read_current
  arg_previous=$current_release
  target=
  # shellcheck disable=SC2046 # ids are words
  take_target "$current_release" || take_target $(healthy_releases)
}

# take_target RELEASE…: the first one that is healthy, and not the one to be switched to.
take_target() {
  for candidate; do
    state_of "$candidate"
    if [ "$line" = healthy ] && [ "$candidate" != "$arg_release" ]; then
      target=$candidate
      return 0
    fi
  done
  return 1
}

switch_current() {
  set_state "$arg_release" active
  [ ! -L "$lease/next" ] || rm -f -- "$lease/next" 2>/dev/null
  ln -s -- "releases/$arg_release" "$lease/next" 2>/dev/null || fail_unwritten "$lease"
  durable "$meta/armed" "$armed" "$meta/releases/$arg_release/state"
  : step next-prepared
  mv -T -- "$lease/next" "$root/current" 2>/dev/null || fail_unwritten "$root/current"
  : step switched
  durable "$root"
  emit switched "$arg_release $target"
}

# The watchdog is this same program, kept on the server and started there.
case $arg_do in
  switch) switch_release ;;
  watch) watch ;;
esac
