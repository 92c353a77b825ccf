# shellcheck shell=sh
# Tells how a process of this server is: one `name=value` a line.
#
#   arg_unit       a systemd unit; `user:` before it means the user's own manager
#   arg_pid_file   a file whose first line is a process id

report_unit() {
  command -v systemctl >/dev/null || {
    echo 'There is no systemctl on this server.' >&2
    exit 127
  }
  unit_properties=LoadState,ActiveState,SubState,Result,MainPID,NRestarts,ExecMainStartTimestampMonotonic
  case $arg_unit in
    user:*)
      XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} systemctl --user show "--property=$unit_properties" -- "${arg_unit#user:}"
      ;;
    *) systemctl show "--property=$unit_properties" -- "$arg_unit" ;;
  esac
}

report_pid_file() {
  pid=
  if [ -r "$arg_pid_file" ]; then
    # A last line without its end is read all the same, and `read` only says that it had none.
    IFS='	 ' read -r pid _ <"$arg_pid_file" || :
    report_pid "$pid"
  elif [ -e "$arg_pid_file" ]; then
    printf '%s cannot be read by this user.\n' "$arg_pid_file" >&2
    exit 126
  else
    echo pid_file=missing
  fi
}

# A zombie still has its id; and ids are used again, so the time of the start is part of who it is.
report_pid() {
  printf 'pid=%s\n' "$1"
  case $1 in
    '' | *[!0-9]*)
      echo state=none
      return
      ;;
  esac
  if [ -r "/proc/$1/stat" ]; then
    report_stat "$1"
  elif [ -d /proc/self ]; then
    # Where other users' processes are hidden, a signal still finds them: it is refused, and not without a receiver.
    case $(LC_ALL=C kill -s 0 "$1" 2>&1 || :) in
      '' | *[Pp]ermitted* | *[Pp]ermission*) echo state=hidden ;;
      *) echo state=gone ;;
    esac
  else
    state=$(ps -o stat= -p "$1" 2>/dev/null) || state=gone
    echo "state=${state:-gone}"
  fi
}

# The name of the command may hold blanks and brackets; what follows the last bracket is split safely.
report_stat() {
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || {
    echo state=gone
    return
  }
  # shellcheck disable=SC2086 # its fields
  set -- ${stat##*) }
  echo "state=$1"
  shift 19
  echo "started=$1"
}

exec </dev/null
if [ -n "$arg_unit" ]; then
  report_unit
else
  report_pid_file
fi
