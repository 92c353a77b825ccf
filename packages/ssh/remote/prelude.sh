# shellcheck shell=sh
# Prelude of every remote program. It is sent with the program over standard input and gives it its arguments,
# a channel for events, and a way to run commands that end when the runner goes away.
#
#   descriptor 3   events for the runner (standard output of the session)
#   descriptor 1,2 what commands print: the log (standard error of the session)
#   descriptor 4   standard input: heartbeats and orders of the runner; its end means that the runner is gone
set -u
exec 4<&0 3>&1 1>&2

newline='
'
# Processes started without setsid(1) can only be ended one by one, not as a group.
session=$(command -v setsid || true)
watch_input=no
beat=true
# What TERM does to the program itself.
on_term='exit 143'
# What is still done at the end, however it comes about.
at_end=:

# The empty line says that all have come: a program whose connection ends before that must not begin with half of its arguments.
read_arguments() {
  while IFS= read -r argument <&4 || { trap - EXIT && exit 143; }; do
    [ -n "$argument" ] || return 0
    value=${argument#* }
    decode
    eval "arg_${argument%% *}=\$value"
  done
}

# Undoes the two escapes of the wire in `value`: \\ and \n. The dot keeps trailing newlines.
decode() {
  case $value in
    *\\*)
      value=$(printf '%b.' "$value")
      value=${value%.}
      ;;
  esac
}

escaped() {
  case $1 in
    *\\* | *"$newline"*) printf '%s\n' "$1" | sed -e ':a' -e '$!{N;ba' -e '}' -e 's/\\/\\\\/g' -e 's/\n/\\n/g' ;;
    *) printf '%s\n' "$1" ;;
  esac
}

# emit NAME VALUE: tells the runner one fact.
emit() {
  emitted=$2
  # A process only where there is something to escape, which is rare.
  case $2 in *\\* | *"$newline"*) emitted=$(escaped "$2") ;; esac
  printf '%s %s %s\n' "$arg_nonce" "$1" "$emitted" >&3
}

# emit_file NAME PATH: sends a file as it is.
emit_file() {
  emitted_size=$(wc -c <"$2")
  printf '%s :%s %s\n' "$arg_nonce" "$1" "$((emitted_size))" >&3
  cat "$2" >&3
}

# fail CODE MESSAGE: the reason, once, and the end of the program.
fail() {
  emit failure "$1 $2"
  exit 1
}

finish() {
  finished=$?
  trap '' EXIT
  $at_end
  emit end "$finished"
  exit "$finished"
}

# signal_group NAME PID: to the whole group of PID, or to PID alone where it leads none (yet).
signal_group() {
  kill -s "$1" -- "-$2" 2>/dev/null || kill -s "$1" "$2" 2>/dev/null
}

stop_group() {
  signal_group TERM "$1" || return 0
  stop_tries=0
  while signal_group 0 "$1" && [ "$stop_tries" -lt 25 ]; do
    pause
    stop_tries=$((stop_tries + 1))
  done
  signal_group KILL "$1" || true
}

# A fifth of a second where sleep(1) can, else a second.
pause() {
  sleep 0.2 2>/dev/null || sleep 1
}

# Ends the work when standard input ends, `beat` fails or this program itself is gone; each line that comes in is a sign of life.
watch_runner() {
  exec 3>&-
  while IFS= read -r _ <&4; do
    kill -s 0 "$$" 2>/dev/null && $beat || break
  done
  trap '' TERM
  stop_group "$1"
  # The clock of a dead program would hold the session open.
  [ -z "$2" ] || kill -s 0 "$$" 2>/dev/null || kill -s KILL "$2"
}

watch_clock() {
  exec >/dev/null 2>&1 3>&- 4<&-
  clock_sleep=
  trap 'kill -s KILL ${clock_sleep:+"$clock_sleep"} 2>/dev/null; exit 143' TERM
  sleep "$2" &
  clock_sleep=$!
  wait "$clock_sleep"
  trap '' TERM
  stop_group "$1"
}

# spawn COMMAND…: starts it in the background, as $!. It is born without traps. Otherwise a signal that arrives before the child has dropped
# what it inherited is lost in dash and busybox ash, so that whoever waits for the child waits for ever, and makes bash run the
# parent's last words in the child. Functions close themselves what they do not need: after a redirection at the call, dash's child holds
# copies of what was redirected, and with them the session open.
spawn() {
  trap - TERM EXIT
  "$@" &
  # shellcheck disable=SC2064 # the action as it is now
  trap "$on_term" TERM
  trap finish EXIT
}

# guarded SECONDS COMMAND…: runs a command in a session of its own, without standard input.
# Returns its status; 124 when the time was up (0 seconds: no limit), 125 when the runner went away or `beat` failed.
guarded() {
  guarded_limit=$1
  shift
  spawn ${session:+"$session"} "$@" </dev/null 3>&- 4<&-
  guarded_work=$!
  guarded_runner=
  guarded_clock=
  if [ "$guarded_limit" -gt 0 ]; then
    spawn watch_clock "$guarded_work" "$guarded_limit"
    guarded_clock=$!
  fi
  if [ "$watch_input" = yes ]; then
    spawn watch_runner "$guarded_work" "$guarded_clock"
    guarded_runner=$!
  fi
  wait "$guarded_work" 2>/dev/null
  guarded_status=$?
  if ended_by "$guarded_clock"; then guarded_status=124; fi
  if ended_by "$guarded_runner"; then guarded_status=125; fi
  return "$guarded_status"
}

# Ends a watcher; true when it was the watcher that ended the work.
ended_by() {
  [ -n "$1" ] || return 1
  kill -s TERM "$1" 2>/dev/null
  wait "$1" 2>/dev/null
}

# A runner that is gone must not end a program in the middle of a revert: caught, not ignored, so that commands get the default.
trap : PIPE
trap finish EXIT
trap 'exit 143' TERM HUP INT
read_arguments
