# shellcheck shell=sh
# Brings the release that `current` points at to life and asks whether it is well. What to do is written beside each release
# (its runbook), so that a rollback, the watchdog and the recovery of a crash treat a release as its own deployment did.

skip_health=no

# load_runbook RELEASE: sets run_services, run_after_switch, run_health_command, run_health_url (text) and seconds.
load_runbook() {
  run_services='' run_after_switch='' run_health_command='' run_health_url=''
  run_health_timeout=60 run_startup_wait=0 run_command_timeout=600
  [ -f "$meta/releases/$1/runbook" ] || return 0
  while IFS= read -r argument; do
    value=${argument#* }
    decode
    eval "run_${argument%% *}=\$value"
  done <"$meta/releases/$1/runbook"
}

# run_hook NAME TEXT RELEASE SECONDS: runs a user's commands in the release directory; the first one that fails ends them.
run_hook() {
  [ "$1" = health-command ] || emit step "$1"
  PLIMSOLL_RELEASE=$3 PLIMSOLL_RELEASE_PATH=$root/releases/$3 PLIMSOLL_DEPLOY_PATH=$root
  export PLIMSOLL_RELEASE PLIMSOLL_RELEASE_PATH PLIMSOLL_DEPLOY_PATH
  # The text goes through the environment, which only this user can read; a command line is for everybody, and a file needs a disk with room.
  PLIMSOLL_HOOK=$2
  export PLIMSOLL_HOOK
  # shellcheck disable=SC2016 # expanded by the inner shell
  guarded "$4" sh -e -c 'cd -- "$1"; shift; eval "unset PLIMSOLL_HOOK; $PLIMSOLL_HOOK"' sh "$root/releases/$3"
  hook_status=$?
  unset PLIMSOLL_HOOK
  return "$hook_status"
}

# explain_status STATUS [SECONDS]: why a command did not succeed, in words for people.
explain_status() {
  case $1 in
    124) explained="did not end within ${2:-$run_command_timeout} s and was stopped" ;;
    125) explained="was stopped, because the runner went away or the lease was lost" ;;
    *) explained="ended with status $1" ;;
  esac
}

# control VERB UNIT: `user:` units belong to the user's own manager; system units need root or sudo without a password.
# The words are the ones of a sudoers rule, `systemctl restart app.service`. That no unit begins with a dash was checked as input.
control() {
  case $2 in
    user:*) XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} guarded "$run_command_timeout" systemctl --user "$1" "${2#user:}" ;;
    *)
      if [ "$(id -u)" -eq 0 ] || [ "$1" = is-active ]; then
        guarded "$run_command_timeout" systemctl "$1" "$2"
      else
        guarded "$run_command_timeout" sudo -n systemctl "$1" "$2"
      fi
      ;;
  esac
}

# property NAME UNIT: what systemd says of a unit; nothing where it cannot be asked.
property() {
  case $2 in
    user:*) XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} systemctl --user show --property "$1" --value "${2#user:}" 2>/dev/null ;;
    *) systemctl show --property "$1" --value "$2" 2>/dev/null ;;
  esac
}

# A release that crashed again and again leaves a unit that systemd does not start any more, not even for the release before:
# the restart fails without any new invocation.
control_anew() {
  anew_id=$(property InvocationID "$2")
  control "$@"
  anew_status=$?
  if [ "$anew_status" -eq 0 ] || [ "$(property ActiveState "$2")" != failed ] || [ "$(property InvocationID "$2")" != "$anew_id" ]; then
    return "$anew_status"
  fi
  # Where only a restart is allowed by sudo, the time over which systemd counts (10 s unless told) has to pass.
  control reset-failed "$2" || guarded 0 sleep 11
  control "$@"
}

# activate RELEASE: after-switch commands, services, start-up wait, health. On failure sets gate_code and gate_detail.
activate() {
  gate_code='' gate_detail=''
  load_runbook "$1"
  if [ -n "$run_after_switch" ]; then
    run_hook after-switch "$run_after_switch" "$1" "$run_command_timeout" || { explain_status $?; refuse remote-command "after-switch $explained"; return 1; }
  fi
  each_service restart || return 1
  if [ "$run_startup_wait" -gt 0 ]; then
    emit step startup-wait
    guarded 0 sleep "$run_startup_wait" || { explain_status $?; refuse cancelled "startup-wait $explained"; return 1; }
  fi
  each_service is-active || return 1
  check_health "$1"
}

refuse() {
  gate_code=$1
  gate_detail=$2
}

each_service() {
  [ -n "$run_services" ] || return 0
  emit step "services $1"
  each_ifs=$IFS
  IFS=$newline
  set -f
  # shellcheck disable=SC2086 # one unit a line
  set -- "$1" $run_services
  set +f
  IFS=$each_ifs
  each_verb=$1
  shift
  for each_unit; do
    choose_output service
    case $each_verb in restart) control_anew restart "$each_unit" ;; *) control "$each_verb" "$each_unit" ;; esac >"$output" 2>&1
    each_status=$?
    if [ "$each_status" -ne 0 ]; then
      explain_status "$each_status"
      cat -- "$output"
      refuse process "systemctl $each_verb $each_unit $explained: $(last_line "$output")"
      return 1
    fi
  done
}

# choose_output NAME: where to keep what a command prints; nowhere when the disk is full, which must not stop the command.
choose_output() {
  output=$scratch/$1
  true 2>/dev/null >"$output" || output=/dev/null
}

# check_health RELEASE: tries until it answers well or the time is up.
check_health() {
  [ "$skip_health" = no ] && [ -n "$run_health_command$run_health_url" ] || return 0
  emit step health
  read_clock
  # The clock shows whole seconds, and no part of one is taken from what was promised.
  health_end=$((clock + 1 + run_health_timeout))
  health_tries=1
  choose_output health
  while ! ask_health "$1" >"$output" 2>&1; do
    read_clock
    if [ "$clock" -ge "$health_end" ]; then
      cat -- "$output"
      refuse health "not healthy after $run_health_timeout s and $health_tries tries: $(last_line "$output")"
      return 1
    fi
    guarded 0 sleep 0.2 || guarded 0 sleep 1 || { refuse cancelled 'the health check was stopped'; return 1; }
    health_tries=$((health_tries + 1))
  done
  emit health "$health_tries"
}

ask_health() {
  if [ -n "$run_health_command" ]; then
    find_time_to_ask
    run_hook health-command "$run_health_command" "$1" "$ask_seconds" || { explain_status $? "$ask_seconds"; echo "health-command $explained"; return 1; }
  fi
  [ -z "$run_health_url" ] || fetch_health
}

# A command that hangs has what is left of the time for the whole check.
find_time_to_ask() {
  read_clock
  ask_seconds=$((health_end - clock))
  [ "$ask_seconds" -gt 0 ] || ask_seconds=1
  [ "$ask_seconds" -le "$run_health_timeout" ] || ask_seconds=$run_health_timeout
  [ "$ask_seconds" -lt "$run_command_timeout" ] || ask_seconds=$run_command_timeout
}

# Only a 2xx answer counts, and no redirect is followed: a login page is not a healthy service.
fetch_health() {
  if command -v curl >/dev/null; then
    fetch_status=$(curl --silent --show-error --output /dev/null --write-out '%{http_code}' --max-time 10 --max-redirs 0 --noproxy '*' -- "$run_health_url") || return 1
    echo "health-url answered $fetch_status"
    case $fetch_status in 2??) ;; *) return 1 ;; esac
  elif has_gnu_wget; then
    wget --quiet --output-document=/dev/null --max-redirect=0 --timeout=10 --tries=1 --no-proxy -- "$run_health_url" || { echo 'health-url did not answer with 2xx'; return 1; }
  else
    echo 'health-url needs curl or GNU wget on the server'
    return 1
  fi
}

has_gnu_wget() {
  wget --version 2>/dev/null | grep -q 'GNU Wget'
}
