# shellcheck shell=sh
# Asks a database one question with its own client. Empty arguments are the client's to choose; passwords go through the environment.
#
#   arg_kind       postgresql, mysql, redis or sqlite
#   arg_seconds    how long connecting may take
#   arg_query      the question
#   arg_database   a name, for PostgreSQL also a connection string; for SQLite the path of its file
#   arg_host, arg_port, arg_user, arg_password

ask_postgresql() {
  [ -z "$arg_password" ] || {
    PGPASSWORD=$arg_password
    export PGPASSWORD
  }
  PGCONNECT_TIMEOUT=$arg_seconds
  export PGCONNECT_TIMEOUT
  set -- -X -w -q -A -t -v ON_ERROR_STOP=1 -c "$arg_query"
  [ -z "$arg_host" ] || set -- "$@" -h "$arg_host"
  [ -z "$arg_port" ] || set -- "$@" -p "$arg_port"
  [ -z "$arg_user" ] || set -- "$@" -U "$arg_user"
  [ -z "$arg_database" ] || set -- "$@" -d "$arg_database"
  psql "$@"
}

ask_mysql() {
  [ -z "$arg_password" ] || {
    MYSQL_PWD=$arg_password
    export MYSQL_PWD
  }
  set -- --batch --skip-column-names "--connect-timeout=$arg_seconds" "--execute=$arg_query"
  [ -z "$arg_host" ] || set -- "$@" "--host=$arg_host"
  [ -z "$arg_port" ] || set -- "$@" "--port=$arg_port"
  [ -z "$arg_user" ] || set -- "$@" "--user=$arg_user"
  [ -z "$arg_database" ] || set -- "$@" "--database=$arg_database"
  mysql "$@"
}

# The question is a command of Redis, whose words are separated by blanks.
ask_redis() {
  [ -z "$arg_password" ] || {
    REDISCLI_AUTH=$arg_password
    export REDISCLI_AUTH
  }
  set -- --raw --no-auth-warning
  [ -z "$arg_host" ] || set -- "$@" -h "$arg_host"
  [ -z "$arg_port" ] || set -- "$@" -p "$arg_port"
  [ -z "$arg_user" ] || set -- "$@" --user "$arg_user"
  [ -z "$arg_database" ] || set -- "$@" -n "$arg_database"
  set -f
  # shellcheck disable=SC2086 # the words of the command
  redis-cli "$@" $arg_query
}

# A file that is missing must not be made by looking at it; and one whose name begins with a dash is no option.
ask_sqlite() {
  case $arg_database in
    /*) sqlite_file=$arg_database ;;
    *) sqlite_file=./$arg_database ;;
  esac
  [ -f "$sqlite_file" ] || {
    printf 'There is no file %s.\n' "$arg_database" >&2
    return 1
  }
  sqlite3 -batch -bail -readonly -cmd ".timeout ${arg_seconds}000" "$sqlite_file" "$arg_query"
}

exec </dev/null
case $arg_kind in
  postgresql) ask_postgresql ;;
  mysql) ask_mysql ;;
  redis) ask_redis ;;
  sqlite) ask_sqlite ;;
esac
