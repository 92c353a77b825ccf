# shellcheck shell=sh
# The watchdog: who goes back at the deadline when nobody confirmed, also when runner and network are gone.

# The timer of systemd outlives a reboot; a process of our own is what is left where there is none.
start_watchdog() {
  watchdog=detached
  if choose_manager && write_units "$1" && start_timer; then
    watchdog=$manager-timer
  else
    ${session:+"$session"} sh "$armed/watchdog" >/dev/null 2>&1 3>&- 4<&- &
    if ends_at_logout; then watchdog=none; fi
  fi
  printf '%s\n' "$watchdog" >"$armed/watchdog-kind"
  emit watchdog "$watchdog"
}

# Where logind ends what a user leaves running, a process of our own lasts no longer than the connection.
ends_at_logout() {
  [ -n "${XDG_SESSION_ID:-}" ] && [ "$(id -u)" -ne 0 ] || return 1
  logind=$(busctl get-property org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager KillUserProcesses 2>/dev/null)
  [ "$logind" = 'b true' ]
}

# Sets manager, unit_folder and stamps. A user's own manager counts only with linger: without it, it ends at logout, and its timers with it.
choose_manager() {
  [ -d /run/systemd/system ] && command -v systemctl >/dev/null || return 1
  if [ "$(id -u)" -eq 0 ]; then
    manager=system unit_folder=/etc/systemd/system stamps=/var/lib/systemd/timers
  else
    [ -e "/var/lib/systemd/linger/$(id -un)" ] || return 1
    XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}
    export XDG_RUNTIME_DIR
    manager=user unit_folder=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user stamps=${XDG_DATA_HOME:-$HOME/.local/share}/systemd/timers
  fi
}

systemd() {
  case $manager in system) systemctl "$@" ;; user) systemctl --user "$@" ;; esac
}

# Plain files rather than links into deploy-path: systemd reads its units before it mounts other file systems.
# KillMode: what hooks started in the background is to live on when the watchdog is done.
# Both times are needed: OnCalendar lasts over a reboot, OnActiveSec fires also when the wall clock was set back or had passed the deadline.
write_units() {
  unit=plimsoll-$1-$fence-$(printf %s "$root" | sha256sum | cut -c 1-8)
  printf '%s\n' "$manager" "$unit_folder/$unit" "$stamps/stamp-$unit.timer" >"$armed/units"
  read_armed "$1"
  mkdir -p -- "$unit_folder" 2>/dev/null &&
    printf '%s\n' '[Unit]' "Description=Plimsoll: goes back when nobody confirms release $1 of $root" "RequiresMountsFor=$root" \
      '[Service]' 'Type=oneshot' 'KillMode=process' "ExecStart=/bin/sh $armed/watchdog" >"$unit_folder/$unit.service" &&
    printf '%s\n' '[Unit]' "Description=Plimsoll: deadline of release $1 of $root" \
      '[Timer]' "OnCalendar=@$armed_deadline" "OnActiveSec=$armed_within" 'Persistent=true' 'AccuracySec=100ms' \
      '[Install]' 'WantedBy=timers.target' >"$unit_folder/$unit.timer" &&
    durable "$unit_folder/$unit.service" "$unit_folder/$unit.timer"
} 2>/dev/null

start_timer() {
  systemd enable --quiet --no-reload "$unit.timer" 2>/dev/null &&
    { systemd start "$unit.timer" 2>/dev/null || { systemd daemon-reload && systemd start "$unit.timer"; }; } &&
    [ "$(systemd is-active "$unit.timer")" = active ]
} 2>/dev/null

# The service of the timer may run this itself. The time stamp is what `systemctl disable` leaves behind.
stop_watchdog() {
  [ -f "$armed/units" ] || return 0
  { IFS= read -r manager && IFS= read -r unit && IFS= read -r stamp; } <"$armed/units" || return 0
  [ "$manager" != user ] || export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"
  systemd disable --quiet --no-reload "${unit##*/}.timer" 2>/dev/null
  systemd stop "${unit##*/}.timer" 2>/dev/null
  rm -f -- "$unit.timer" "$unit.service" "$stamp"
}

# The program of the watchdog. A timer that fires early, because the wall clock jumped, only makes it wait here. What was decided
# in time but never brought to its end, because whoever did that was killed, is brought to its end at the deadline as well.
watch() {
  trap : HUP
  HOME=$arg_home PATH=$arg_path
  export HOME PATH
  scratch=$meta/armed/$arg_release
  while read_armed "$arg_release" && has_time_left; do sleep 1; done
  read_armed "$arg_release" || exit 0
  if ! was_never_switched && revert_armed "$arg_release"; then activate_target; fi
  watch_book
}

# What the watchdog did is entered as soon as nobody else holds the lease; else the next owner enters it.
watch_book() {
  take_lease 3600
  keep_lease
  scratch=$lease
  recover_armed "$arg_release" || true
  release_lease
  stop_keeping_lease
}

# The watchdog is the program that runs now, with arguments of its own and the surroundings that hooks are used to.
write_watchdog() {
  # shellcheck disable=SC2016,SC2154 # expanded by the watchdog's own shell; p is the text of this program, set by the command that runs it
  { printf '%s\n' 'exec <"${0%/*}/arguments"' && printf '%b' "$p"; } >"$armed_new/watchdog" &&
    {
      printf 'nonce %s\nowner watchdog/%s\nwho the watchdog of release %s\n' "$arg_nonce" "$1" "$1"
      printf 'do watch\nintent watch\nrelease %s\ndeploy_path %s\n' "$1" "$root"
      printf 'home %s\npath %s\n\n' "$(escaped "${HOME:-/}")" "$(escaped "$PATH")"
    } >"$armed_new/arguments"
}
