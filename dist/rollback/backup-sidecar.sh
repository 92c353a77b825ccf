# shellcheck shell=sh
# What is known of a backup: `backup.json` is written with it and never changed, `verified` says what a look at it found later. Both are one line of
# JSON that ends with the hash of itself, so that a change of any byte shows.

# seal TEXT: prints an open JSON object as a whole line, closed with its hash.
seal() {
  seal_sum=$(printf '%s' "$1" | sha256sum)
  printf '%s,"digest":"%s"}\n' "$1" "${seal_sum%% *}"
}

# read_sealed FILE: sets `sealed`; true when not one byte of it was changed.
read_sealed() {
  sealed=
  [ -f "$1" ] && IFS= read -r sealed <"$1" && seal "${sealed%,\"digest\":*}" | cmp -s - "$1"
}

# member NAME: sets `member` to the text of a string without escapes, or the number, in `sealed`. Text of users cannot be taken for one: its quotes are escaped.
member() {
  case $sealed in *"\"$1\":"*) ;; *) member= && return 1 ;; esac
  member=${sealed#*"\"$1\":"}
  case $member in
    \"*) member=${member#\"} && member=${member%%\"*} ;;
    \[*) member=${member#\[} && member=${member%%\]*} ;;
    *) member=${member%%[,\}]*} ;;
  esac
}

# json_string TEXT: sets `json`, with its quotes. Bytes from 128 stay as they are.
json_string() {
  case $1 in
    *[!\ -~]* | *\"* | *\\*)
      json=$(printf '%s' "$1" | od -A n -v -t u1 | awk '{
        for (i = 1; i <= NF; i++) {
          if ($i < 32) printf "\\u%04x", $i
          else printf "%s%c", $i == 34 || $i == 92 ? "\\" : "", $i + 0
        }
      }')
      json=\"$json\"
      ;;
    *) json=\"$1\" ;;
  esac
}

# json_pairs FIRST SECOND FILE: lines of a word and a path as JSON objects with these members, a comma between them; not more than a thousand.
json_pairs() {
  json_comma=
  head -n 1000 -- "$3" 2>/dev/null | while IFS= read -r json_line; do
    json_string "${json_line#* }"
    printf '%s{"%s":"%s","%s":%s}' "$json_comma" "$1" "${json_line%% *}" "$2" "$json"
    json_comma=,
  done
}

# hash_backup FOLDER: sets `archive_found` and `manifest_found` to the sums of what lies there.
hash_backup() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  guarded 0 sh -c '
    sums=$1
    shift
    for file; do openssl dgst -sha256 -r <"$file" 2>/dev/null || sha256sum <"$file" || echo unreadable; done >"$sums"
  ' sh "$work/sums" "$1/$archive_name" "$1/manifest"
  stopped_by_runner $?
  archive_found='' manifest_found=''
  { IFS=' ' read -r archive_found _ && IFS=' ' read -r manifest_found _; } <"$work/sums"
  # A disk that does not take the sums says nothing about the backup.
  [ -n "$manifest_found" ] || fail_write "$work"
}

write_sidecar() {
  hash_backup "$whole"
  true >>"$work/omitted" && sort -u -o "$work/omitted" "$work/omitted" || fail_write "$work"
  case "$archive_found $manifest_found" in *unreadable*) fail_write "$whole" ;; esac
  archive_sum=$archive_found manifest_sum=$manifest_found
  parts=$(awk '{ printf("%s%.0f", (NR > 1 ? " " : ""), $1 - last); last = $1 }' "$work/ends")
  archive_bytes=$(stat -c %s -- "$archive")
  choose_version
  json_string "$arg_environment" && sidecar="{\"schema\":\"plimsoll/backup@1\",\"id\":\"$id\",\"environment\":$json"
  json_string "$root" && sidecar="$sidecar,\"deployPath\":$json,\"release\":\"$current_release\",\"version\":$version"
  sidecar="$sidecar,\"at\":\"$taken_at\",$arg_info,\"size\":$total_bytes,\"files\":$total_files"
  sidecar="$sidecar,\"archive\":\"$archive_name\",\"archiveBytes\":$archive_bytes,\"sha256\":\"$archive_sum\",\"parts\":[$(printf %s "$parts" | tr ' ' ',')]"
  sidecar="$sidecar,\"manifest\":\"$manifest_sum\",\"tools\":{\"tar\":\"$tar_kind\",\"compressor\":\"$compressor\"}"
  sidecar="$sidecar,\"databases\":[$(json_pairs how path "$work/known-databases")],\"omitted\":[$(json_pairs reason path "$work/omitted")]"
  seal "$sidecar" >"$whole/backup.json" || fail_write "$whole"
}

# The version that the user names, else that of the release which is live.
choose_version() {
  version=$arg_version
  [ -z "$version" ] || return 0
  version='""'
  [ -n "$current_release" ] || return 0
  choose_text=$(sed -n -E -e '1s/^\{"version":("([^"\\]|\\["\\\/bfnrt]|\\u[0-9a-f]{4})*").*/\1/p' "$meta/releases/$current_release/info" 2>/dev/null)
  version=${choose_text:-$version}
}

# find_backup ID: sets `backup` (its folder), `id` and what the sidecar says; an empty ID means the newest that is not damaged.
find_backup() {
  id=$1
  [ -n "$id" ] || { newest_backup && id=$newest; }
  case $id in '' | */* | .*) fail_unknown ;; esac
  backup=$folder/$id
  [ -d "$backup" ] || fail_unknown
  read_sealed "$backup/backup.json" || damaged "its backup.json is not what was written"
  case $sealed in
    '{"schema":"plimsoll/backup@1",'*) ;;
    *) fail backup "Backup $id was written by a newer version of Plimsoll. Use that version or a later one." ;;
  esac
  check_place
  backup_digest=$(sed -n -e 's/.*,"digest":"\([0-9a-f]*\)"}$/\1/p' "$backup/backup.json")
  member sha256 && archive_sum=$member && member manifest && manifest_sum=$member && member parts && parts=$(printf %s "$member" | tr ',' ' ')
  member archive && archive_name=$member && member archiveBytes && archive_bytes=$member && member size && total_bytes=$member && member files && total_files=$member

  choose_unpacker
}

choose_unpacker() {
  case $archive_name in
    archive.tar.zst) unpacker='zstd -dcq' ;;
    archive.tar.gz) unpacker='gzip -dc' ;;
    *) fail backup "Backup $id has an archive of a kind that is not known here: $archive_name." ;;
  esac
  command -v "${unpacker%% *}" >/dev/null ||
    fail remote-environment "Backup $id was packed with ${unpacker%% *}, which the server does not have any more. Install it."
}

check_place() {
  member id
  [ "$member" = "$id" ] || fail backup "The backup in $backup says that it is $member. Give the folder its own name again."
  json_string "$arg_environment"
  case $sealed in
    *",\"environment\":$json,"*) ;;
    *) fail backup "Backup $id is not of environment ${arg_environment:-(none)}. Look into destination and environment." ;;
  esac
}

fail_unknown() {
  unknown_others=
  for unknown_other in "$folder"/[0-9]*; do
    [ ! -d "$unknown_other" ] || unknown_others="$unknown_others ${unknown_other##*/}"
  done
  fail backup "There is no backup ${id:-that could be used} in $folder. It has:${unknown_others:- none}."
}

# newest_backup: sets `newest`; false when there is none that could be used.
newest_backup() {
  newest=
  for newest_folder in "$folder"/[0-9]*; do
    [ -d "$newest_folder" ] && read_verified "$newest_folder" && [ "$verified" != damaged ] && newest=${newest_folder##*/}
  done
  [ -n "$newest" ]
}

# read_verified FOLDER: sets `verified` (restore, checksum, no or damaged). What does not belong to this very sidecar counts as nothing.
read_verified() {
  verified=damaged
  read_sealed "$1/backup.json" && has_its_files "$1" || return 0
  verified=no
  read_digest=${sealed#"${sealed%,\"digest\":*}"}
  read_sealed "$1/verified" || return 0
  member backup
  case $read_digest in ",\"digest\":\"$member\"}") member how && verified=$member ;; esac
}

# has_its_files FOLDER: what `sealed` describes is there, as long as it was.
has_its_files() {
  member archive && [ -f "$1/manifest" ] && held=$(stat -c %s -- "$1/$member" 2>/dev/null) && member archiveBytes && [ "$held" = "$member" ]
}

# mark HOW: what a look at the backup found, beside it.
mark() {
  renew_lease || fail_fenced
  write_mark "$1" || fail_write "$backup"
}

write_mark() {
  mark_text="{\"schema\":\"plimsoll/verified@1\",\"how\":\"$1\",\"at\":\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\",\"backup\":\"${backup_digest:-none}\""
  { seal "$mark_text" >"$backup/verified.new" && durable "$backup/verified.new" && mv -f -- "$backup/verified.new" "$backup/verified"; } 2>/dev/null ||
    { rm -f -- "$backup/verified.new" && return 1; }
  : step marked
  durable "$backup"
  verified=$1
}

# damaged WHY: the backup is not what was written. It is marked where that is possible, and never removed by itself.
damaged() {
  if [ -n "${arg_fence:-}" ] && renew_lease; then write_mark damaged || true; fi
  fail integrity "Backup $id in $folder is damaged: $1. It cannot be used; take another one."
}
