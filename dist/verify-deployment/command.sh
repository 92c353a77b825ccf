# shellcheck shell=sh
# Runs a command of the user's: its status, its output.

# The text goes through the environment, which only this user can read; a command line is for everybody.
PLIMSOLL_COMMAND=$arg_command
export PLIMSOLL_COMMAND
# shellcheck disable=SC2016 # expanded by the inner shell
sh -c 'eval "unset PLIMSOLL_COMMAND; $PLIMSOLL_COMMAND"' </dev/null
