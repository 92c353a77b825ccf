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
    follow_moved
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

# follow_moved: what is gone may only have got another name, under which it was not listed. So all names that came since then are taken in, by copies.
# Where files come and go all the time this has to end somewhere.
follow_moved() {
  moved_tries=4
  while [ -s "$work/gone" ] && [ "$moved_tries" -gt 0 ]; do
    moved_tries=$((moved_tries - 1))
    mv -f -- "$work/entries" "$work/entries.first" && { cat -- "$work/omitted" 2>/dev/null || true; } >"$work/omitted.first" || fail_write "$work"
    list_sources
    new_entries >"$work/entries.new" && true >"$work/gone" && mv -f -- "$work/entries.new" "$work/entries" || fail_write "$work"
    take_databases
    path_lines "$work/entries" >"$work/changed" || fail_write "$work"
    mv -f -- "$work/entries.first" "$work/entries" || fail_write "$work"
    true >>"$work/omitted" && sort -u -o "$work/omitted" "$work/omitted" "$work/omitted.first" || fail_write "$work"
    leave_changed
  done
}

# new_entries: of those listed now, the ones that nobody has seen to.
new_entries() {
  gone=$work/gone awk '
    function path_of(text, i) { for (i = 0; i < 7; i++) text = substr(text, index(text, " ") + 1); return text }
    BEGIN { while ((getline path <ENVIRON["gone"]) > 0) gone[path] }
    FILENAME == ARGV[1] { known[path_of($0)]; next }
    FILENAME == ARGV[2] { if (!($0 in gone)) known[$0]; next }
    !(path_of($0) in known)' "$work/entries.first" "$work/left" "$work/entries"
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

# tar_keeps_modes: that of busybox does so for root alone.
tar_keeps_modes() {
  if [ -z "${keeps_modes:-}" ]; then
    keeps_modes=no
    case $(id -u)$(tar --version 2>/dev/null) in 0* | *GNU*) keeps_modes=yes ;; esac
  fi
  [ "$keeps_modes" = yes ]
}

# set_modes FOLDER MANIFEST: where tar did not. The deepest first: not every folder lets its owner in again.
set_modes() {
  ! tar_keeps_modes && has_only_known_links || return 0
  (
    cd -- "$1" || exit
    list_entries . 2>/dev/null | awk '
      function path_of(text, i) { for (i = 0; i < 7; i++) text = substr(text, index(text, " ") + 1); return text }
      FILENAME == ARGV[1] { if (/^[fd]/) mode["./" substr($0, 73)] = $2; next }
      /^[48]/ && path_of($0) in mode && mode[path_of($0)] + 0 != $2 + 0 { print mode[path_of($0)] " " path_of($0) }' "$2" - | sort -k 2 -r |
      while IFS= read -r set_line; do
        value=${set_line#* }
        decode
        chmod "${set_line%% *}" -- "$value"
      done
  )
}

# unpack FOLDER [MEMBER…]: the archive of the backup. Whatever went wrong shows when what is there is compared; the reasons are in FOLDER.log.
unpack() {
  unpack_to=$1
  shift
  # How far this descriptor is read is how far the work is, also for who tells it.
  exec 5<"$backup/$archive_name" || return 1
  watch_progress unpack "$archive_bytes"
  true >"$unpack_to.log"
  unpack_left=$parts
  while [ -n "$unpack_left" ]; do
    unpack_part "${unpack_left%% *}" "$@"
    case $unpack_left in *' '*) unpack_left=${unpack_left#* } ;; *) unpack_left= ;; esac
    [ -z "$unpack_left" ] || has_only_known_links || break
  done
  stop_progress
  exec 5<&-
}

# unpack_part BYTES [MEMBER…]: nobody else can enter the folder, so files get their modes at once, also from a tar that sets none.
unpack_part() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  guarded 0 sh -c '
    umask 0 && cd -- "$1" && unpacker=$2 part=$3 && shift 3 || exit
    {
      [ "$part" -lt 1048576 ] || dd bs=1048576 count=$((part / 1048576))
      [ $((part % 1048576)) -eq 0 ] || dd bs=$((part % 1048576)) count=1
    } <&5 2>/dev/null | $unpacker | tar -xpf - "$@"
  ' sh "$unpack_to" "$unpacker" "$@" 2>>"$unpack_to.log"
  stopped_by_runner $?
}

# A folder may have been a link at the very moment when it was packed. What comes in the next part must not go through that link.
has_only_known_links() {
  (cd -- "$unpack_to" && find . -type l -print0) | escape_names | awk '
    FILENAME == ARGV[1] { if (/^l/) known["./" substr($0, 73)]; next }
    !($0 in known) { print "unexpected link: " $0; found = 1 }
    END { exit found }' "$backup/manifest" - >>"$unpack_to.log"
}
