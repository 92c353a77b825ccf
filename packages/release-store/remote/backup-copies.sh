# shellcheck shell=sh
# Stable copies: what changes while it is read is copied until the copy is what the file holds when it is read once more, which means that it was
# all of that at one moment in between. Databases of SQLite copy themselves. Copies lie in `$own` under the same paths,
# and are listed in `$work/copied`.

copy_tries=8

# copy_changed PATHS: copies each; what is gone meanwhile has no copy.
copy_changed() {
  unstable=
  while IFS= read -r changed_path; do
    value=$changed_path
    decode
    if copy_stable "$value"; then note_copied "$changed_path"; else note_uncopied "$changed_path"; fi
  done <"$1"
  [ -z "$unstable" ] || fail backup "Files kept changing while they were copied: $unstable. Stop what writes them in before and start it in after, dump what they hold with before, or leave them out with !."
}

# What is gone by now has no copy.
note_copied() {
  if [ -e "$own/$value" ] || [ -L "$own/$value" ]; then note_into=copied; else note_into=gone; fi
  printf '%s\n' "$1" >>"$work/$note_into" || fail_write "$work"
}

note_uncopied() {
  if is_optional "$1"; then note_omitted changing "$1"; else unstable=${unstable:+$unstable, }${1#./}; fi
}

# copy_stable PATH: true when there is a copy, or nothing is there any more.
copy_stable() {
  ! is_below_link "$1" || return 1
  copy_left=$copy_tries
  while [ "$copy_left" -gt 0 ]; do
    copy_left=$((copy_left - 1))
    if copy_one "$1"; then
      : step copied
      ! is_same "$1" || return 0
    fi
    if [ ! -e "$1" ] && [ ! -L "$1" ]; then rm -rf -- "${own:?}/$1" && return 0; fi
    [ "$copy_left" -eq 0 ] || pause
  done
  rm -rf -- "${own:?}/$1"
  return 1
}

# is_below_link PATH: who owns a folder may put a link in its place at any moment. The copy of that link must not lead us out of `$own`.
is_below_link() {
  link_above=${1%/*}
  while [ "$link_above" != . ]; do
    [ ! -L "$own/$link_above" ] || return 0
    link_above=${link_above%/*}
  done
  return 1
}

# By way of tar, which takes over everything in the same way as for the archive.
copy_one() {
  mkdir -p -- "$own/${1%/*}" || fail_write "$own"
  # shellcheck disable=SC2086 # one option or none
  tar -c $tar_options --no-recursion -f - -- "$1" 2>/dev/null | (cd -- "$own" && tar -xpf -) 2>"$work/copy.log" && copy_mode "$1" && return 0
  ! grep -q 'No space left\|quota' "$work/copy.log" || fail_write "$own"
  return 1
}

copy_mode() {
  tar_keeps_modes || [ -L "$own/$1" ] || chmod "$(stat -c %a -- "$1")" -- "$own/$1" 2>>"$work/copy.log"
}

# A folder is what it is by its mode, a link by its target.
is_same() {
  if [ -L "$1" ]; then
    [ -L "$own/$1" ] && [ "$(readlink -- "$1")" = "$(readlink -- "$own/$1")" ]
  elif [ -d "$1" ]; then
    [ -d "$own/$1" ]
  else
    [ -f "$1" ] && cmp -s -- "$1" "$own/$1"
  fi
}

# take_databases: databases of SQLite among the entries, by what their files begin with.
take_databases() {
  true >"$work/taken" && echo 'the server has no sqlite3' >"$work/sqlite.log" || fail_write "$work"
  awk '/^8/ && $3 > 0 && $3 % 512 == 0' "$work/entries" >"$work/candidates" || fail_write "$work"
  { path_lines "$work/candidates" '!/\\/' | end_with_nul | xargs -0 -r head -v -c 15 2>/dev/null | tr -d '\000' | awk '
      /^==> .* <==$/ { name = substr($0, 5, length($0) - 8); next }
      $0 == "SQLite format 3" { print name }'
    path_lines "$work/candidates" '/\\/'
  } >"$work/databases"
  while IFS= read -r database; do
    value=$database
    decode
    ! is_sqlite "$value" || take_database "$database" "$value"
  done <"$work/databases"
  leave_entries "$work/taken"
}

# leave_entries PATHS: they are taken care of in another way.
leave_entries() {
  [ -s "$1" ] || return 0
  cat -- "$1" >>"$work/left" && without "$1" "$work/entries" >"$work/entries.left" && mv -f -- "$work/entries.left" "$work/entries" || fail_write "$work"
}

is_sqlite() {
  [ "$(head -c 15 -- "$1" 2>/dev/null | tr -d '\000')" = 'SQLite format 3' ]
}

# take_database SHOWN PATH: what a transaction has not brought to its end cannot be told from what it has by anybody but sqlite3. Where nothing is
# under way, the file is one like any other.
take_database() {
  if command -v sqlite3 >/dev/null && back_up_database "$2"; then
    chmod "$(stat -c %a -- "$2")" "$work/sqlite-copy"
    chown "$(stat -c %u:%g -- "$2")" "$work/sqlite-copy" 2>/dev/null
    mkdir -p -- "$own/${2%/*}" && mv -f -- "$work/sqlite-copy" "$own/$2" || fail_write "$own"
    printf '%s\n' "$1" "$1-wal" "$1-shm" "$1-journal" >>"$work/taken" && printf '%s\n' "$1" >>"$own/.plimsoll/databases" &&
      printf '%s\n' "$1" >>"$work/copied" && printf 'sqlite3 %s\n' "${1#./}" >>"$work/known-databases" || fail_write "$work"
  elif [ -s "$2-wal" ] || [ -s "$2-journal" ]; then
    fail backup "${1#./} is a database of SQLite that is in use and could not be copied: $(last_line "$work/sqlite.log"). Dump it in before and leave it out with !."
  fi
}

# back_up_database PATH: to `$work/sqlite-copy`.
back_up_database() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  guarded "$arg_command_timeout" sh -c '
    cd -- "$1" && rm -f sqlite-copy || exit
    sqlite3 -readonly -cmd ".timeout 10000" "$2" ".backup sqlite-copy" 2>/dev/null && exit
    rm -f sqlite-copy
    sqlite3 -cmd ".timeout 10000" "$2" ".backup sqlite-copy"' sh "$work" "$root/${1#./}" 2>"$work/sqlite.log"
  sqlite_status=$?
  stopped_by_runner "$sqlite_status"
  [ "$sqlite_status" -eq 0 ] && [ -f "$work/sqlite-copy" ]
}
