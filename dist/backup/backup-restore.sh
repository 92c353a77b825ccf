# shellcheck shell=sh
# Out of a backup: into a fresh folder, or as a release. Never over anything that is there.

restore_backup() {
  find_backup "$arg_id"
  restore_to=${arg_to:-$root/restored/$id}
  [ ! -e "$restore_to" ] && [ ! -L "$restore_to" ] || fail backup "$restore_to is there already. A backup is restored into a fresh folder; move it away or give another restore-to."
  [ -n "$arg_to" ] || mkdir -p -- "$root/restored" || fail_write "$root"
  [ -d "${restore_to%/*}/" ] || fail backup "There is no folder ${restore_to%/*} to restore into. Make it first."
  check_archive
  restore_room "${restore_to%/*}/"
  restore_folder=${restore_to%/*}/.restore-$fence
  make_scratch restore "$restore_folder"
  mkdir -- "$restore_folder/tree" || fail_write "$restore_folder"
  emit step restore
  unpack_and_compare "$restore_folder/tree" "$backup/manifest"
  sync -f "$restore_folder" 2>/dev/null || sync
  renew_lease || fail_fenced
  : step restored
  mv -T -- "$restore_folder/tree" "$restore_to" 2>/dev/null || fail_write "${restore_to%/*}" "$restore_to could not be made."
  durable "${restore_to%/*}/"
  drop_scratch restore
  emit restored "$restore_to"
}

# restore_room FOLDER
restore_room() {
  free_space "$1"
  if [ "$free_kilobytes" -le "$((total_bytes / 1024 + 1024))" ] || [ "$free_inodes" -le "$((total_files + 64))" ]; then
    fail disk "Not enough room in $1 for backup $id: $free_kilobytes KiB and $free_inodes inodes free, $((total_bytes / 1024)) KiB and $total_files files needed."
  fi
}

# stage_backup: the release part becomes a release, in the same places and with the same record as one that was deployed.
stage_backup() {
  find_backup "$arg_id"
  grep -q '^d .... [0-9a-f]* current$' "$backup/manifest" ||
    fail backup "Backup $id holds no release: current was not among its paths. Restore its files with operation: restore."
  check_archive
  restore_room "$root"
  stage=$lease/stage record=$lease/record
  rm -rf -- "$stage" "$record"
  mkdir -- "$stage" "$stage/tree" "$record" 2>/dev/null || fail_write "$lease"
  emit step restore
  awk '{ path = substr($0, 73) } path ~ /^(current|\.plimsoll)(\/|$)/' "$backup/manifest" >"$work/expected" || fail_write "$work"
  is_whole_in "$stage/tree" "$work/expected" ./current ./.plimsoll || unpack_all
  write_stage_record
  sync -f "$stage" 2>/dev/null || sync
  publish_stage
}

# A file of the release that is another name of one elsewhere in the backup comes only together with that.
unpack_all() {
  remove_tree "$stage/tree"
  mkdir -- "$stage/tree" || fail_write "$lease"
  unpack_and_compare "$stage/tree" "$backup/manifest"
}

# A release has no bits beyond the permissions; some file systems add them to folders.
write_stage_record() {
  sed -n -e 's,^\(.\) .\(... [0-9a-f]*\) current/,\1 0\2 ,p' "$work/expected" | sort -o "$record/manifest" || fail_write "$record"
  stage_sum=$(sha256sum <"$record/manifest")
  stage_record=$stage/tree/.plimsoll/release
  printf '%s\n' "${stage_sum%% *}" >"$record/digest" && printf 'staged\n' >"$record/state" || fail_write "$record"
  for stage_file in info runbook; do
    if [ -f "$stage_record/$stage_file" ]; then cp -- "$stage_record/$stage_file" "$record/$stage_file"; else true >"$record/$stage_file"; fi || fail_write "$record"
  done
  chmod -R go= "$record"
}

# The record first: files without a record would be a foreign directory, which nobody ever removes.
publish_stage() {
  renew_lease || fail_fenced
  : step staged-record
  mv -T -- "$record" "$meta/releases/$arg_release" 2>/dev/null || fail_write "$meta/releases"
  : step staged-files
  mv -T -- "$stage/tree/current" "$root/releases/$arg_release" 2>/dev/null || fail_write "$root/releases"
  durable "$root/releases" "$meta/releases"
  rm -rf -- "$stage"
  emit staged "$arg_release"
  first_line "$meta/releases/$arg_release/info"
  emit info "$line"
}
