# shellcheck shell=sh
# Which backups stay. Only those that can be used are counted; damaged ones are nobody's to remove but a person's.

# keep_backups: removes what neither number nor age wants any more.
keep_backups() {
  [ "$arg_keep" -gt 0 ] || [ "$arg_keep_for" -gt 0 ] || return 0
  keep_cutoff=
  if [ "$arg_keep_for" -gt 0 ]; then
    keep_cutoff=$(date -u -d "@$(($(date +%s) - arg_keep_for))" +%Y%m%dT%H%M%SZ 2>/dev/null) || return 0
  fi
  list_usable | sort -r >"$work/usable" || fail_write "$work"
  choose_kept
  keep_count=0
  while IFS=' ' read -r keep_id _; do
    keep_count=$((keep_count + 1))
    is_wanted || remove_backup "$keep_id"
  done <"$work/usable"
}

# list_usable: `<id> <verified> <release>` a line.
list_usable() {
  for usable in "$folder"/[0-9]*; do
    [ -d "$usable" ] && read_verified "$usable" && [ "$verified" != damaged ] || continue
    usable_how=$verified
    read_sealed "$usable/backup.json" && member release && printf '%s %s %s\n' "${usable##*/}" "$usable_how" "$member"
  done
}

# Sets `kept`: the one that was just made, by whatever clock, the newest one that was verified, and the newest one of each release that somebody may have to go back to.
choose_kept() {
  kept=" $id $(awk '$2 != "no" { print $1; exit }' "$work/usable") "
  for keep_release in "$current_release" $(healthy_releases | head -n 1) $(armed_releases); do
    [ -z "$keep_release" ] || kept="$kept$(awk -v release="$keep_release" '$3 == release { print $1; exit }' "$work/usable") "
  done
}

armed_releases() {
  for keep_armed in "$meta"/armed/*/; do
    [ -d "$keep_armed" ] || continue
    keep_armed=${keep_armed%/}
    printf '%s\n' "${keep_armed##*/}"
    first_line "$keep_armed/target" && printf '%s\n' "$line"
  done
}

# is_wanted: the one called keep_id, number keep_count from the newest. With both limits it goes only when both say so.
is_wanted() {
  case $kept in *" $keep_id "*) return 0 ;; esac
  if [ "$arg_keep" -gt 0 ] && [ "$keep_count" -le "$arg_keep" ]; then return 0; fi
  [ -n "$keep_cutoff" ] && is_younger "${keep_id%%-*}" "$keep_cutoff"
}

# is_younger TIME TIME: both as in ids.
is_younger() {
  [ "$(printf '%s\n' "$1" "$2" | sort | head -n 1)" = "$2" ]
}

# remove_backup ID: gone for readers at once.
remove_backup() {
  renew_lease || fail_fenced
  put_note gone "$folder/.gone-$fence-$1"
  mv -T -- "$folder/$1" "$folder/.gone-$fence-$1" 2>/dev/null || fail_write "$folder"
  : step backup-removed
  record backup-removed "$current_release" '' "\"backup\":\"$1\"${arg_entry:+,$arg_entry}"
  drop_scratch gone
  emit removed "$1"
}
