# shellcheck shell=sh
# The archive: tar archives one after the other, each compressed by itself, because the names of many files fit on no command line and not
# every tar takes them from a file. `tar -xi` reads it as one; the sidecar says how long the parts are, for those without -i.

choose_packer() {
  case $(tar --version 2>/dev/null) in
    *GNU*) tar_kind=gnu ;;
    *usybox* | *usyBox*) tar_kind=busybox ;;
    *) tar_kind=other ;;
  esac
  # GNU tar takes a backslash in a name for an escape.
  case $tar_kind in gnu) tar_options=--no-unquote ;; *) tar_options= ;; esac
  if command -v zstd >/dev/null; then
    packer='zstd -q -T0 -3 -c' unpacker='zstd -dcq' archive_name=archive.tar.zst compressor=zstd
  elif command -v gzip >/dev/null; then
    packer='gzip -1 -c' unpacker='gzip -dc' archive_name=archive.tar.gz compressor=gzip
  else
    fail remote-environment 'The server has neither zstd nor gzip. Install one of them.'
  fi
}

# pack FOLDER ENTRIES: adds them to the archive, names as seen from FOLDER. False when tar could not take all of them as it found them.
pack() {
  names_of "$2" >"$work/names" || fail_write "$work"
  rm -f -- "$work/tar.log" "$work/packer.log" "$work/failed"
  # shellcheck disable=SC2016 # expanded by the inner shells
  guarded 0 sh -c '
    cd -- "$1" && exec xargs -0 -r -s 400000 sh -c '\''
      archive=$1 work=$2 packer=$3 options=$4
      shift 4
      { tar -c $options --no-recursion -f - -- "$@" 2>>"$work/tar.log" || echo tar >>"$work/failed"; } |
        $packer >>"$archive" 2>>"$work/packer.log" || { echo packer >>"$work/failed" && exit 255; }
      stat -c %s -- "$archive" >>"$work/ends"'\'' sh "$2" "$3" "$4" "$5" <"$3/names"
  ' sh "$1" "$archive" "$work" "$packer" "$tar_options" 2>>"$work/packer.log"
  pack_status=$?
  stopped_by_runner "$pack_status"
  if [ "$pack_status" -ne 0 ] || grep -qs packer "$work/failed"; then
    fail_write "$archive" "The archive could not be written: $(last_line "$work/packer.log")"
  fi
  [ ! -s "$work/failed" ]
}

# pack_sources: until all that is packed was found as it had been listed. What changed is copied, and left out of the next try.
pack_sources() {
  pack_tries=4
  while :; do
    leave_changed
    true >"$archive" && true >"$work/ends" || fail_write "$archive"
    emit step archive
    watch_progress archive 0
    pack . "$work/entries" && packed=yes || packed=no
    stop_progress
    : step packed
    find_changed
    if [ "$packed" = yes ] && [ ! -s "$work/changed" ]; then return 0; fi
    pack_tries=$((pack_tries - 1))
    [ "$pack_tries" -gt 0 ] || fail_unpacked
  done
}

fail_unpacked() {
  fail backup "Not all files could be read as they were found: $(last_line "$work/tar.log") $(head -n 5 "$work/changed" | tr '\n' ' '). Stop what writes them in before and start it in after, or leave them out with !."
}

# find_changed: sets `$work/changed` to the paths of entries that are not as they were listed.
find_changed() {
  stat_again "$work/entries" >"$work/now" 2>/dev/null
  differing_entries "$work/entries" "$work/now" >"$work/changed" || fail_write "$work"
  [ ! -L "$root/current" ] || [ "$(readlink -- "$root/current")" = "$current_link" ] ||
    fail backup "current was switched while the backup was made. Run it again."
  if grep -q '/$' "$work/changed"; then fail backup "$(grep -m 1 '/$' "$work/changed") was changed while the backup was made. Run it again."; fi
}

leave_changed() {
  [ -s "$work/changed" ] || return 0
  emit step "copies of what changes"
  copy_changed "$work/changed"
  leave_entries "$work/changed"
}

# pack_own: copies, dumps and what is known of the release.
pack_own() {
  (
    cd -- "$own" || exit 1
    { plain_lines <"$work/copied" | end_with_nul | stat_plain && odd_lines <"$work/copied" | stat_odd && list_own_folders; } >"$work/own-listed"
  ) 2>"$work/complaints" || fail_write "$own"
  { plain_lines <"$work/own-listed" && odd_lines <"$work/own-listed"; } >"$work/own-entries" || fail_write "$work"
  pack "$own" "$work/own-entries" || fail_write "$own" "Copies and dumps could not be archived: $(last_line "$work/tar.log")"
}

list_own_folders() {
  for own_folder in ./dumps ./.plimsoll; do
    [ ! -d "$own_folder" ] || list_entries "$own_folder"
  done
}

# unpack FOLDER [MEMBER…]: the archive of the backup. Whatever went wrong shows when what is there is compared; the reasons are in FOLDER.log.
unpack() {
  unpack_to=$1
  shift
  # How far this descriptor is read is how far the work is, also for who tells it.
  exec 5<"$backup/$archive_name" || return 1
  watch_progress unpack "$archive_bytes"
  # shellcheck disable=SC2016 # expanded by the inner shell
  guarded 0 sh -c '
    cd -- "$1" && unpacker=$2 parts=$3 && shift 3 || exit
    take() {
      [ "$1" -lt 1048576 ] || dd bs=1048576 count=$(($1 / 1048576))
      [ $(($1 % 1048576)) -eq 0 ] || dd bs=$(($1 % 1048576)) count=1
    }
    for part in $parts; do take "$part" <&5 2>/dev/null | $unpacker | tar -xpf - "$@"; done
  ' sh "$unpack_to" "$unpacker" "$parts" "$@" 2>"$unpack_to.log"
  unpack_status=$?
  stop_progress
  exec 5<&-
  stopped_by_runner "$unpack_status"
}
