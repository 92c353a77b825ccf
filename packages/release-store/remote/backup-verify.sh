# shellcheck shell=sh
# Whether a backup is what was backed up: by its hashes, and by a restore into a scratch directory that is compared entry by entry.

# check_archive: archive and manifest are the ones that were written.
check_archive() {
  emit step "checksum"
  [ -f "$backup/$archive_name" ] && [ -f "$backup/manifest" ] || damaged "a file of it is missing"
  hash_backup "$backup"
  [ "$manifest_found" = "$manifest_sum" ] || damaged "its manifest is not the one that was written"
  [ "$archive_found" = "$archive_sum" ] || damaged "its archive is not the one that was written"
}

# verify_backup HOW: and says so beside it. A backup that was restored once and still has its hashes stays one that was restored.
verify_backup() {
  check_archive
  case $1 in
    checksum)
      read_verified "$backup"
      [ "$verified" = restore ] || mark checksum
      ;;
    restore)
      drill
      mark restore
      ;;
  esac
}

# drill: the restore that proves the backup. What is small is unpacked in memory, which no other writer slows down; where that does not end well,
# for whatever reason, what can be restored onto the disk is what counts.
drill() {
  emit step 'restore drill'
  drill_in_memory || drill_on_disk
  check_contents "$drill_folder/tree"
  : step drilled
  drop_scratch drill
}

drill_in_memory() {
  find_memory || return 1
  drill_folder=/dev/shm/.drill-$fence-$arg_nonce
  try_scratch drill "$drill_folder" && mkdir -- "$drill_folder/tree" && is_whole_in "$drill_folder/tree" "$backup/manifest" && return 0
  drop_scratch drill
  return 1
}

drill_on_disk() {
  drill_folder=$folder/.drill-$fence
  free_space "$folder"
  if [ "$free_kilobytes" -le "$((total_bytes / 1024 + 1024))" ] || [ "$free_inodes" -le "$((total_files + 64))" ]; then
    fail backup-unverified "There is no room to restore backup $id into $folder for its verification: $free_kilobytes KiB and $free_inodes inodes free, $((total_bytes / 1024)) KiB and $total_files files needed. It stays unverified."
  fi
  make_scratch drill "$drill_folder"
  mkdir -- "$drill_folder/tree" || fail_write "$drill_folder"
  unpack_and_compare "$drill_folder/tree" "$backup/manifest"
}

# unpack_and_compare FOLDER MANIFEST [MEMBER…]
unpack_and_compare() {
  is_whole_in "$@" || fail_different
}

# is_whole_in FOLDER MANIFEST [MEMBER…]: unpacks into FOLDER; true when what is there then is what MANIFEST says.
is_whole_in() {
  compare_folder=$1 compare_manifest=$2
  shift 2
  unpack "$compare_folder" "$@" || damaged "its archive cannot be read"
  set_modes "$compare_folder" "$compare_manifest"
  : step unpacked
  manifest_of_tree "$compare_folder"
  cmp -s -- "$compare_manifest" "$work/found.manifest"
}

# manifest_of_tree FOLDER: goes to `$work/found.manifest`.
manifest_of_tree() {
  (cd -- "$1" && list_entries .) 2>"$work/complaints" | sed -e 1d >"$work/found" || fail_write "$work"
  watch_progress compare "$total_bytes" "$work/found" "$work/found"
  tree_before=$PWD
  cd -- "$1" || fail_write "$1"
  hash_entries "$work/found" "$work/found"
  cd -- "$tree_before" || fail_write "$1"
  stop_progress
  sort -o "$work/found.manifest" "$work/found.lines" || fail_write "$work"
}

# What was unpacked differs: because there is no room, or because the archive does not hold what its manifest says.
fail_different() {
  if grep -q 'No space left\|quota' "$compare_folder.log"; then
    fail "$(full_code)" "The disk of the server became full while backup $id was unpacked into $compare_folder. $(last_line "$compare_folder.log")"
  fi
  cat -- "$compare_folder.log"
  damaged "what it restores is not what its manifest says, such as $(first_differences)"
}

first_differences() {
  awk 'FILENAME == ARGV[1] { known[$0]; next } !($0 in known) { print substr($0, 73) }' "$compare_manifest" "$work/found.manifest" | head -n 3 | tr '\n' ' '
  awk 'FILENAME == ARGV[1] { known[$0]; next } !($0 in known) { print substr($0, 73) }' "$work/found.manifest" "$compare_manifest" | head -n 3 | tr '\n' ' '
}

# check_contents FOLDER: dumps and databases by their own tools, where they are there.
check_contents() {
  true >"$work/contents" || fail_write "$work"
  if [ -d "$1/dumps" ]; then (cd -- "$1" && find ./dumps -type f -print0 | escape_names) >>"$work/contents"; fi
  if [ -f "$1/.plimsoll/databases" ]; then cat -- "$1/.plimsoll/databases" >>"$work/contents"; fi
  while IFS= read -r content_path; do
    value=$content_path
    decode
    check_content "$1/$value" "${content_path#./}"
  done <"$work/contents"
}

# A backup that could only not be looked at is none the worse for it.
full_code() {
  case $arg_do in create | verify) printf backup-unverified ;; *) printf disk ;; esac
}
