# shellcheck shell=sh
# Backups, for who has the lease. `do` is one of
#   create    take one, verify it, enter it into the ledger, remove what retention does not want any more
#   verify    by its hashes or by a restore
#   restore   into a fresh folder
#   stage     makes the release that is in a backup a staged release
# The lease stays with its owner.

back_up() {
  resume_lease
  umask 077
  folder=$arg_folder scratch=$lease work=$lease/work run_command_timeout=$arg_command_timeout
  at_end=end_backup
  watch_input=yes
  beat=renew_lease
  read_current
  clean_scratch
  rm -rf -- "$work"
  mkdir -- "$work" 2>/dev/null || fail_write "$lease"
  keep_lease
  case $arg_do in
    create) create_backup ;;
    verify) find_backup "$arg_id" && verify_backup "$arg_how" ;;
    restore) restore_backup ;;
    stage) stage_backup ;;
  esac
  stop_keeping_lease
  renew_lease || fail_fenced
  [ -z "$id" ] || tell_backup "$id"
  [ -z "$after_failed" ] || fail backup "$after_failed. Backup $id was made all the same."
}

# Whatever happened: what was begun is taken back, and what `after` is to undo is undone.
end_backup() {
  on_term=:
  trap : TERM HUP INT
  stop_progress
  run_after
  for end_kind in new drill restore gone; do drop_scratch "$end_kind"; done
  rm -rf -- "$work"
}

# Sets `id`, empty where there is nothing to back up.
create_backup() {
  # From here on: whoever gave `after` may have stopped something before this run.
  after_due=yes id=
  choose_packer
  cd -- "$root" || fail_write "$root"
  current_link=$(readlink -- "$root/current") || current_link=
  emit step 'list files'
  select_paths
  list_sources
  if awaits_first_release; then
    after_due=no
    emit nothing 'no release yet'
    return 0
  fi
  check_room
  begin_backup
  if [ -n "$arg_before" ]; then
    run_before
    list_sources
    check_room
  fi
  archive_sources
  run_after
  publish_backup
  if [ "$arg_verify" != none ]; then verify_backup "$arg_verify"; fi
  enter_backup
  keep_backups
}

# check_room: what a backup of data that does not get smaller would need, and its restore.
check_room() {
  measure_entries "$work/entries"
  room_near=$folder
  while [ ! -d "$room_near" ]; do room_near=${room_near%/*}; done
  free_space "${room_near:-/}"
  room_needed=$((total_bytes / 1024 + 2048)) room_inodes=64
  if [ "$arg_verify" = restore ]; then room_needed=$((room_needed * 2)) room_inodes=$(($(wc -l <"$work/entries") + 64)); fi
  if [ "$free_kilobytes" -lt "$room_needed" ] || [ "$free_inodes" -lt "$room_inodes" ]; then
    fail disk "Not enough room in $folder for a backup of $((total_bytes / 1024)) KiB in $total_files files: $free_kilobytes KiB and $free_inodes inodes free, $room_needed KiB and $room_inodes inodes needed. Make room, lower keep, give another destination, or verify: checksum."
  fi
}

# Sets id, and makes the place where the backup is built.
begin_backup() {
  check_known_folder
  taken_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  choose_id
  new_folder=$folder/.new-$fence-$id own=$new_folder/own whole=$new_folder/backup
  make_scratch new "$new_folder"
  archive=$whole/$archive_name
  mkdir -- "$own" "$whole" && mkdir -p -- "$own/.plimsoll" && true >"$work/copied" && true >"$work/gone" && true >"$work/left" || fail_write "$new_folder"
  emit backup-id "$id"
}

# A disk that is not mounted leaves an empty place, and backups in it would fill the one below.
check_known_folder() {
  json_string "$folder"
  if [ ! -d "$folder" ] && ! is_cleaned_up && grep -qs -F -e ",\"folder\":$json" "$meta/ledger.jsonl"; then
    fail backup "$folder held backups, and is not there any more. Mount what belongs there; if it is gone for good, make the folder anew."
  fi
}

# is_cleaned_up: whether `folder` is gone together with all that lies above it in the deploy path. Where a disk is not mounted, its place is still there.
is_cleaned_up() {
  case $folder in "$root"/*) ;; *) return 1 ;; esac
  cleaned_up=${folder#"$root"/}
  cleaned_up=$root/${cleaned_up%%/*}
  [ "$cleaned_up" != "$folder" ] && [ ! -e "$cleaned_up" ] && [ ! -L "$cleaned_up" ]
}

choose_id() {
  id_time=${arg_time:-$(date -u +%Y%m%dT%H%M%SZ)}
  id_base=$id_time-${current_release:-none} id=$id_base id_count=1
  while [ -e "$folder/$id" ]; do
    id_count=$((id_count + 1))
    id=$id_base-$id_count
  done
}

run_before() {
  mkdir -- "$own/dumps" || fail_write "$own"
  : step before
  run_command before "$arg_before" || { explain_status $?; stopped_by_runner "$command_status"; fail backup "before $explained. No backup was made."; }
  check_dumps
}

check_dumps() {
  empty_dump=$(find_empty_dump)
  [ -z "$empty_dump" ] || fail backup "before left an empty file: ${empty_dump#./}. If it holds nothing worth keeping, let before remove it. No backup was made."
  # A link would be a backup of nothing but the name of a dump.
  odd_dump=$(cd -- "$own" && find ./dumps ! -type f ! -type d | head -n 1)
  [ -z "$odd_dump" ] || fail backup "before left what is no file: ${odd_dump#./}. Let it write the dump itself there. No backup was made."
  open_dump=$(find_open_dump)
  [ -z "$open_dump" ] || fail backup "before ended, and something that it started still has $open_dump open. Let before wait for it. No backup was made."
}

# find_empty_dump: prints the path of one that came out empty, and should not have.
find_empty_dump() {
  (
    cd -- "$own" || exit
    find ./dumps -type f ! -size +0 | while IFS= read -r empty_path; do
      may_be_empty "$empty_path" || { printf '%s\n' "$empty_path" && break; }
    done
  )
}

# may_be_empty PATH: what mongodump and mysqldump --tab write of an empty collection or table, beside its description, and what is in a copy
# of PostgreSQL's own folder.
may_be_empty() {
  case $1 in
    *.bson) [ ! -s "${1%.bson}.metadata.json" ] || return 0 ;;
    *.txt) [ ! -s "${1%.txt}.sql" ] || return 0 ;;
  esac
  empty_above=${1%/*}
  while [ "$empty_above" != . ]; do
    [ ! -s "$empty_above/PG_VERSION" ] || return 0
    empty_above=${empty_above%/*}
  done
  return 1
}

# find_open_dump: prints the name of a dump that some process has open, which may still write to it.
find_open_dump() {
  dumps_place=$(cd -P -- "$own/dumps" && pwd -P)/
  # shellcheck disable=SC2012 # links of the kernel
  ls -l /proc/[0-9]*/fd 2>/dev/null | awk -v place=" -> $dumps_place" '(at = index($0, place)) { print "dumps/" substr($0, at + length(place)); exit }'
}

# Once, and whoever went away meanwhile; its own time limit is what ends it.
run_after() {
  [ "${after_due:-no}" = yes ] || return 0
  after_due=no
  [ -n "$arg_after" ] || return 0
  after_watched=$watch_input
  watch_input=no
  run_command after "$arg_after" || { explain_status $?; after_failed="after $explained"; }
  watch_input=$after_watched
}

# run_command NAME TEXT: in the deploy path, as hooks are run; sets command_status.
run_command() {
  emit step "$1"
  PLIMSOLL_DUMPS=${own:-$work}/dumps PLIMSOLL_DEPLOY_PATH=$root PLIMSOLL_RELEASE=$current_release PLIMSOLL_BACKUP=${id:-} PLIMSOLL_HOOK=$2
  export PLIMSOLL_DUMPS PLIMSOLL_DEPLOY_PATH PLIMSOLL_RELEASE PLIMSOLL_BACKUP PLIMSOLL_HOOK
  # shellcheck disable=SC2016 # expanded by the inner shell
  guarded "$arg_command_timeout" sh -e -c 'cd -- "$PLIMSOLL_DEPLOY_PATH"; eval "unset PLIMSOLL_HOOK; $PLIMSOLL_HOOK"' sh
  command_status=$?
  unset PLIMSOLL_HOOK
  return "$command_status"
}

archive_sources() {
  note_release
  take_databases
  settle_entries
  hash_sources
  pack_sources
  pack_own
  join_manifests
}

# What brings the release in `current` to life again.
note_release() {
  [ -n "$current_release" ] && grep -q '^[a-z]* \./current/$' "$work/selected" || return 0
  mkdir -- "$own/.plimsoll/release" || fail_write "$own"
  for note_file in info runbook; do
    [ ! -f "$meta/releases/$current_release/$note_file" ] || cp -- "$meta/releases/$current_release/$note_file" "$own/.plimsoll/release/$note_file" || fail_write "$own"
  done
}

# Another change of a file that changed just now could carry the same time as the first: what is that young is looked at once more a moment
# later, and copied if it is young then too.
settle_entries() {
  find_young
  [ -s "$work/changed" ] || return 0
  case $young_mark in *.000000000*) sleep 1 && pause ;; *) sleep 0.05 2>/dev/null || sleep 1 ;; esac
  stat_again "$work/entries" >"$work/now" 2>/dev/null
  mv -f -- "$work/now" "$work/entries" || fail_write "$work"
  find_young
}

# find_young: sets `$work/changed` to the paths of files that changed since a file which is made now.
find_young() {
  rm -f -- "$work/mark"
  true >"$work/mark" || fail_write "$work"
  young_mark=$(TZ=UTC stat -c %z -- "$work/mark")
  stat_again "$work/entries" 2>/dev/null | awk -v mark="${young_mark% *}" '!/^4/ && $5 " " $6 >= mark' >"$work/young" || fail_write "$work"
  path_lines "$work/young" >"$work/changed" || fail_write "$work"
}

hash_sources() {
  leave_changed
  emit step hash
  measure_entries "$work/entries"
  watch_progress hash "$total_bytes" "$work/sources" "$work/entries"
  hash_entries "$work/entries" "$work/sources"
  stop_progress
  leave_missing
  : step hashed
  find_changed
}

# What could not be hashed is gone, or may not be read.
leave_missing() {
  [ -s "$work/sources.missing" ] || return 0
  while IFS= read -r missing; do
    value=$missing
    decode
    [ -e "$value" ] || [ -L "$value" ] || continue
    is_optional "$missing" || fail backup "${missing#./} cannot be read by $(id -un): $(last_line "$work/sources.errors"). Give it the right, write optional: in front of its path, or leave it out with !."
    note_omitted unreadable "$missing"
  done <"$work/sources.missing"
  leave_entries "$work/sources.missing"
}

# join_manifests: of what was packed where it lay, and of the copies, which were hashed where they are now.
join_manifests() {
  emit step manifest
  cd -- "$own" || fail_write "$own"
  hash_entries "$work/own-entries" "$work/own"
  stat_again "$work/own-entries" 2>/dev/null | cmp -s - "$work/own-entries" ||
    fail backup "Something wrote to dumps while they were archived. Let before wait for all that it starts."
  cd -- "$root" || fail_write "$root"
  [ ! -s "$work/own.missing" ] || fail_write "$own" "A copy could not be read: $(head -n 1 "$work/own.missing")"
  measure_entries "$work/entries" "$work/own-entries"
  awk 'FILENAME == ARGV[1] { left[substr($0, 3)]; next } !(substr($0, 73) in left)' "$work/left" "$work/sources.lines" >"$work/kept" &&
    sort -u -o "$whole/manifest" "$work/kept" "$work/own.lines" || fail_write "$whole"
}

# publish_backup: only from its rename on it exists.
publish_backup() {
  write_sidecar
  durable "$archive" "$whole/manifest" "$whole/backup.json" "$whole"
  renew_lease || fail_fenced
  : step whole
  mv -T -- "$whole" "$folder/$id" 2>/dev/null || fail_write "$folder"
  durable "$folder"
  : step published
  drop_scratch new
  find_backup "$id"
  emit published "$id"
}

enter_backup() {
  read_verified "$backup"
  json_string "$folder"
  record backed-up "$current_release" '' "\"backup\":\"$id\",\"folder\":$json,\"sha256\":\"$archive_sum\",\"verified\":\"$verified\"${arg_entry:+,$arg_entry}"
  : step entered
}

after_failed=
back_up
