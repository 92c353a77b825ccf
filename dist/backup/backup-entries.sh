# shellcheck shell=sh
# What lies in a tree, one line for each entry:
#
#   <mode in hexadecimal> <permissions> <size> <inode> <date> <time> <zone> <path>
#
# Date and time are those of the last change of any kind (ctime). Paths begin with `./`; the odd bytes of names are written as in
# manifests (\\, \n, \r, \t), so that a line without a backslash is a plain name. Plain names come first.

carriage_return=$(printf '\r')
tabulator=$(printf '\t')

# list_entries PATH…: every entry at and below the paths, as seen from here.
list_entries() {
  find "$@" ! -path '*\\*' ! -path "*$newline*" ! -path "*$carriage_return*" ! -path "*$tabulator*" -print0 | stat_plain
  find "$@" \( -path '*\\*' -o -path "*$newline*" -o -path "*$carriage_return*" -o -path "*$tabulator*" \) -print0 | escape_names | stat_odd
}

# Names, each with a NUL at its end, on standard input.
stat_plain() {
  TZ=UTC xargs -0 -r stat -c '%f %a %s %i %z %n'
}

# Names as in manifests, one a line, on standard input.
stat_odd() {
  while IFS= read -r odd_name; do
    value=$odd_name
    decode
    odd_stat=$(TZ=UTC stat -c '%f %a %s %i %z' -- "$value") && printf '%s %s\n' "$odd_stat" "$odd_name"
  done
}

# Names with a NUL at the end of each become lines.
escape_names() {
  od -A n -v -t u1 | awk '
    BEGIN { for (i = 1; i < 256; i++) byte[i] = sprintf("%c", i); byte[92] = "\\\\"; byte[10] = "\\n"; byte[13] = "\\r"; byte[9] = "\\t" }
    { for (i = 1; i <= NF; i++) printf "%s", $i == 0 ? "\n" : byte[$i + 0] }'
}

# What a program of awk calls the path of the entry in $0.
# shellcheck disable=SC2016 # expanded by awk
entry_path='substr($0, length($1) + length($2) + length($3) + length($4) + length($5) + length($6) + length($7) + 8)'

# path_lines ENTRIES [CONDITION]: only the paths, of those for which the condition of awk holds.
path_lines() {
  awk "${2:-1} { print $entry_path }" "$1"
}

# has_odd ENTRIES: whether there is a name with odd bytes: those come last.
has_odd() {
  case $(tail -n 1 -- "$1") in *\\*) return 0 ;; esac
  return 1
}

plain_lines() {
  sed -e '/\\/d'
}

odd_lines() {
  sed -n -e '/\\/p'
}

# Lines of names on standard input become names with a NUL at their end.
end_with_nul() {
  tr '\n' '\0'
}

end_odd_with_nul() {
  while IFS= read -r value; do
    decode
    printf '%s\0' "$value"
  done
}

# names_of ENTRIES: with a NUL at the end of each. Folders come last, the deepest first: until everything is unpacked nothing needs their modes.
names_of() {
  path_lines "$1" '!/^4/ && !/\\/' | end_with_nul
  ! has_odd "$1" || path_lines "$1" '!/^4/ && /\\/' | end_odd_with_nul
  path_lines "$1" '/^4/ && !/\\/' | sed -e 's,/$,/.,' | sort -r | end_with_nul
  ! has_odd "$1" || path_lines "$1" '/^4/ && /\\/' | sort -r | end_odd_with_nul
}

# stat_again ENTRIES: the same entries as they are now, in the same order; what is gone has no line.
stat_again() {
  path_lines "$1" '!/\\/' | end_with_nul | stat_plain
  ! has_odd "$1" || path_lines "$1" '/\\/' | stat_odd
}

# differing_entries ENTRIES NOW: paths of those that are not as they were. Of folders only the mode counts: what comes and goes in them while a
# backup is made is no change of what it holds.
differing_entries() {
  now=$2 awk '
    function path_of(text, i) { for (i = 0; i < 7; i++) text = substr(text, index(text, " ") + 1); return text }
    function next_one() { if ((getline seen < now) <= 0) seen = "" }
    BEGIN { now = ENVIRON["now"]; next_one() }
    {
      path = path_of($0)
      if (path_of(seen) != path) { print path; next }
      if ($0 != seen && !(/^4/ && substr(seen, 1, index(seen, " ")) == $1 " ")) print path
      next_one()
    }' "$1"
}

# without PATHS ENTRIES: the entries whose paths are not among the given ones, which are few.
without() {
  awk '
    function path_of(text, i) { for (i = 0; i < 7; i++) text = substr(text, index(text, " ") + 1); return text }
    FILENAME == ARGV[1] { gone[$0]; next }
    !(path_of($0) in gone)' "$1" "$2"
}

# Sums up the sizes of files: sets `total_bytes` and `total_files`.
measure_entries() {
  measured=$(awk '/^8/ { bytes += $3; files++ } END { printf "%.0f %d", bytes, files }' "$@")
  total_bytes=${measured% *} total_files=${measured#* }
}
