# shellcheck shell=sh
# What goes into a backup: the paths that the user named, as they are on this server. In the files here every name is a path from
# deploy-path, `./` in front, odd bytes as in manifests; a link to a folder that was named itself has a slash at its end, and stands for the folder.

# select_paths: from the patterns to `$work/named`, lines of `needed` or `optional` and a path; to `$work/selected` without those that lie below
# others; and the folders above them to `$work/parents`.
select_paths() {
  real_root=$(cd -P -- "$root" && pwd -P) || fail_write "$root"
  find_real_folder
  current_awaited=no
  true >"$work/selected" && printf '%s\n' "$arg_excluded" >"$work/excluded" || fail_write "$work"
  select_left=$arg_paths
  while [ -n "$select_left" ]; do
    select_line=${select_left%%"$newline"*}
    case $select_left in *"$newline"*) select_left=${select_left#*"$newline"} ;; *) select_left= ;; esac
    select_pattern "${select_line%% *}" "${select_line#* }"
  done
  cp -- "$work/selected" "$work/named" || fail_write "$work"
  drop_nested "$work/selected"
  list_parents >"$work/parents" || fail_write "$work"
}

# find_real_folder: sets `real_folder`, where backups lie or will lie, by its own name rather than that of a link.
find_real_folder() {
  real_near=$folder
  while [ ! -d "$real_near" ]; do real_near=${real_near%/*}; done
  real_folder=$(cd -P -- "${real_near:-/}" && pwd -P)${folder#"$real_near"}
}

# select_pattern KIND PATTERN: no part of the pattern is ever run: an unquoted expansion is only split and matched with names, and not split here.
select_pattern() {
  select_found=no
  select_ifs=$IFS
  IFS=
  case $2 in '**') set -- "$1" ./* "./.[!.]*" ;; *) set -- "$1" "./$2" ;; esac
  select_kind=$1
  shift
  # shellcheck disable=SC2048,SC2068 # to be matched with names
  for select_path in $@; do
    [ -e "$select_path" ] || [ -L "$select_path" ] || continue
    select_found=yes
    select_one "$select_kind" "$select_path"
  done
  IFS=$select_ifs
  [ "$select_found" = yes ] || [ "$select_kind" = optional ] || is_awaited "$1" ||
    fail backup "There is nothing at $(printf %s "$*" | sed -e 's,^\./,,') below $root. Correct paths, or write optional: in front of it when it may be missing."
}

# is_awaited PATH: `current` cannot be missed on a host that never had a release.
is_awaited() {
  [ "$arg_host" = new ] || return 1
  case $1 in ./current | ./current/*) current_awaited=yes ;; *) return 1 ;; esac
}

# Nothing that was asked for holds anything yet. Folders alone are what Plimsoll made itself.
awaits_first_release() {
  [ "$current_awaited" = yes ] && ! grep -q '^[8a]' "$work/entries"
}

# select_one KIND PATH
select_one() {
  case $2 in
    ./.plimsoll) return 0 ;;
    ./dumps) fail backup "In a backup, dumps is where the dumps of before are, and $root has a folder of that name. Rename it, or name the other paths one by one." ;;
  esac
  case $2 in */*/*) select_real=$(cd -P -- "${2%/*}" && pwd -P) || select_real= ;; *) select_real=$real_root ;; esac
  is_inside "$select_real" || fail backup "$2 is outside of $root: a folder above it is a link to ${select_real:-nowhere}. A backup holds only what is below deploy-path."
  if [ -L "$2" ]; then select_link "$1" "$2"; else note_selected "$1" "$2"; fi
}

# A link that is named itself would be a backup of nothing but its target's name.
select_link() {
  [ -d "$2" ] || fail backup "$2 is a link to what is no folder. Name the file itself in paths."
  select_real=$(cd -P -- "$2" && pwd -P) || select_real=
  is_inside "$select_real" || fail backup "$2 is a link to ${select_real:-nowhere}, outside of $root. A backup holds only what is below deploy-path."
  note_selected "$1" "$2/"
}

is_inside() {
  case $1/ in "$real_root"/*) return 0 ;; esac
  return 1
}

note_selected() {
  escape_path "$2"
  printf '%s %s\n' "$1" "$escaped_path" >>"$work/selected" || fail_write "$work"
}

# escape_path PATH: sets `escaped_path`, the path as it stands in manifests.
escape_path() {
  escaped_path=$1
  case $1 in
    *\\* | *"$newline"* | *"$carriage_return"* | *"$tabulator"*) escaped_path=$(printf '%s\0' "$1" | escape_names) ;;
  esac
}

# drop_nested SELECTED: what lies below another one that was named is there already; needed goes before optional.
drop_nested() {
  awk '{ path = substr($0, index($0, " ") + 1); folder = path; sub(/\/$/, "", folder); print folder "/\t" $1 "\t" path }' "$1" |
    sort | awk -F '\t' 'last == "" || index($1, last) != 1 { last = $1; print $2 " " $3 }' >"$1.alone" && mv -f -- "$1.alone" "$1" || fail_write "$1"
}

# list_parents: the folders above what was named, each once.
list_parents() {
  sed -e 's/^[^ ]* //' "$work/selected" | awk '{
    sub(/\/$/, "")
    while (sub(/\/[^\/]*$/, "") && $0 != ".") if (!($0 in seen)) { seen[$0]; print }
  }'
}

# list_sources: all entries that the backup is to hold go to `$work/entries`. What cannot be listed fails it, unless it is optional.
list_sources() {
  rm -f -- "$work/omitted"
  true >"$work/listed" && true >"$work/closed" || fail_write "$work"
  for list_kind in needed optional; do
    sed -n -e "s/^$list_kind //p" "$work/selected" >"$work/starts" || fail_write "$work"
    set --
    while IFS= read -r value; do
      decode
      set -- "$@" "$value"
    done <"$work/starts"
    [ -n "${1:-}" ] || continue
    list_entries "$@" >>"$work/listed" 2>"$work/complaints" || true
    note_complaints "$list_kind"
  done
  { plain_lines <"$work/parents" | end_with_nul | stat_plain && odd_lines <"$work/parents" | stat_odd; } >>"$work/listed" || fail_write "$work"
  { plain_lines <"$work/listed" && odd_lines <"$work/listed"; } | leave_out >"$work/entries" || fail_write "$work"
  # A folder that cannot be entered is listed all the same, and no archive can be made of it.
  leave_entries "$work/closed"
  [ -s "$work/entries" ] || [ "$current_awaited" = yes ] || fail backup "All of paths is left out by exclusions: there is nothing to back up."
}

# note_complaints KIND: what disappears while it is listed is no trouble; anything else is, unless it is about something optional.
note_complaints() {
  grep -v ': No such file or directory$' "$work/complaints" >"$work/trouble" || return 0
  while IFS= read -r trouble; do
    find_trouble_path
    [ "$1" = optional ] || is_optional "$trouble_path" ||
      fail backup "Not all of paths can be read by $(id -un): $trouble. Give it the right, or write optional: in front of the path."
    note_omitted unreadable "$trouble_path"
    printf '%s\n' "$trouble_path" >>"$work/closed" || fail_write "$work"
  done <"$work/trouble"
}

# find_trouble_path: `find: <path>: <why>` and `stat: cannot stat <path>: <why>`, the path perhaps in quotes; sets `trouble_path`.
find_trouble_path() {
  trouble_path=${trouble%: *}
  case $trouble_path in
    *\'./*\') trouble_path=./${trouble_path#*\'./} && trouble_path=${trouble_path%\'} ;;
    *' ./'*) trouble_path=./${trouble_path#* ./} ;;
  esac
}

# leave_out: entries on standard input without what exclusions name, the backups themselves and what Plimsoll keeps. What is neither file, folder
# nor link is told and left out.
leave_out() {
  own_folder=${real_folder#"$real_root"/} omitted=$work/omitted awk '
    function path_of(text, i) { for (i = 0; i < 7; i++) text = substr(text, index(text, " ") + 1); return text }
    function below(path, folder) { return path == folder || index(path, folder "/") == 1 }
    FILENAME == ARGV[1] { if ($0 != "") expression[++count] = $0; next }
    {
      path = path_of($0)
      sub(/^\.\//, "", path)
      sub(/\/$/, "", path)
      if (below(path, ENVIRON["own_folder"]) || below(path, ".plimsoll")) next
      for (i = 1; i <= count; i++) if (path ~ expression[i]) next
      if (/^[48a]/) { print; next }
      print (/^c/ ? "socket" : /^1/ ? "fifo" : "device") " " path >>ENVIRON["omitted"]
    }' "$work/excluded" -
}

# note_omitted REASON PATH
note_omitted() {
  printf '%s %s\n' "$1" "${2#./}" >>"$work/omitted" || fail_write "$work"
}

# is_optional PATH: of what it lies at or below, the nearest was named as optional, and not as needed as well.
is_optional() {
  optional_near='' optional_kind=needed
  while IFS= read -r optional_line; do
    optional_path=${optional_line#* }
    optional_path=${optional_path%/}
    case $1/ in "$optional_path"/*) ;; *) continue ;; esac
    if [ "${#optional_path}" -gt "${#optional_near}" ]; then
      optional_near=$optional_path optional_kind=${optional_line%% *}
    elif [ "$optional_path" = "$optional_near" ] && [ "${optional_line%% *}" = needed ]; then
      optional_kind=needed
    fi
  done <"$work/named"
  [ "$optional_kind" = optional ]
}
