# shellcheck shell=sh
# Execution 4, close: brings a deployment to its end, as `do` says. See settle.sh.

settle "$arg_do"
