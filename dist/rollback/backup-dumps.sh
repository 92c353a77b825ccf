# shellcheck shell=sh
# Dumps are checked by the tool that would read them back, as far as it is there; a text dump by the line that its tool ends it with.

# check_content PATH SHOWN
check_content() {
  content_begin=$(head -c 15 -- "$1" | tr -d '\000')
  case $content_begin in
    PGDMP*) check_by "$2" pg_restore --list "$1" ;;
    REDIS*) check_by "$2" redis-check-rdb "$1" ;;
    'SQLite format 3') check_sqlite "$2" "$1" ;;
    *) check_stream "$2" "$1" ;;
  esac
}

# check_by SHOWN TOOL ARGUMENT…
check_by() {
  check_shown=$1
  shift
  command -v "$1" >/dev/null || { note_unchecked "$check_shown" "$1" && return 0; }
  guarded "${arg_command_timeout:-0}" "$@" >"$work/check.log" 2>&1
  check_status=$?
  stopped_by_runner "$check_status"
  [ "$check_status" -eq 0 ] || damaged "$1 refuses $check_shown (status $check_status): $(last_line "$work/check.log")"
}

check_sqlite() {
  command -v sqlite3 >/dev/null || { note_unchecked "$1" sqlite3 && return 0; }
  guarded "${arg_command_timeout:-0}" sqlite3 -readonly "$2" 'pragma integrity_check' >"$work/check.log" 2>&1
  stopped_by_runner $?
  first_line "$work/check.log"
  [ "$line" = ok ] || damaged "sqlite3 finds $1 not sound: $line"
}

# check_stream SHOWN PATH: text, compressed or not.
check_stream() {
  case $(head -c 4 -- "$2" | od -A n -t x1 | tr -d ' \n') in
    1f8b*) check_by "$1" gzip -t "$2" && check_text "$1" gzip -dc "$2" ;;
    28b52ffd) check_by "$1" zstd -tq "$2" && check_text "$1" zstd -dcq "$2" ;;
    *) check_text "$1" cat "$2" ;;
  esac
}

# check_text SHOWN COMMAND…: a dump of PostgreSQL, MySQL or MariaDB as text.
check_text() {
  text_shown=$1
  shift
  command -v "$1" >/dev/null || return 0
  text_end=
  case $("$@" 2>/dev/null | head -n 5 | tr -d '\000') in
    *'-- PostgreSQL database dump'* | *'-- PostgreSQL database cluster dump'*) text_end='PostgreSQL database .*dump complete' ;;
    *'-- MariaDB dump'* | *'-- MySQL dump'*) text_end='-- Dump completed' ;;
  esac
  [ -n "$text_end" ] || return 0
  "$@" 2>/dev/null | tail -n 8 | grep -q -e "$text_end" || damaged "the dump $text_shown ends before its end"
}

note_unchecked() {
  emit note "$1 was not checked by its own tool: the server has no $2."
}
