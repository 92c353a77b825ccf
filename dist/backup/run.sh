# shellcheck shell=sh
# Runs one program of a check. `program` is its text, `names` the arguments that it gets as variables arg_<name>, `limit` its seconds,
# `output_bytes` how much of its standard output is kept. Its standard error goes to the log of the session.

run_program() {
  for run_name in $arg_names; do export "arg_$run_name"; done
  export arg_program arg_output_bytes
  watch_input=yes
  run_output=$(
    # The end of this subshell is not the end of the program.
    # shellcheck disable=SC2317 # the trap that `guarded` sets calls it
    finish() { exit; }
    guarded "$arg_limit" sh -c "$run_capped"
  )
  run_status=$?
  emit output "$run_output"
  emit status "$run_status"
}

# More than the limit is read and dropped, so that the program does not end by what it prints. Its status goes around the pipe.
# shellcheck disable=SC2016 # for the shell that runs it
run_capped='
  exec 5>&1
  status=$( { { sh -c "$arg_program" 4>&-; echo "$?" >&4; } | { head -c "$arg_output_bytes" >&5; cat >/dev/null; } } 4>&1 )
  exit "$status"
'

run_program
