# shellcheck shell=sh
# Releases: their states, their content, and what is told of them.

# state_of RELEASE: sets `line`.
state_of() {
  first_line "$meta/releases/$1/state"
}

set_state() {
  [ ! -d "$meta/releases/$1" ] || put "$meta/releases/$1/state" "$2"
}

# healthy_releases: ids, the one confirmed last first.
healthy_releases() {
  for found_record in "$meta"/releases/*/; do
    found_id=${found_record%/}
    found_id=${found_id##*/}
    is_release "$found_id" || continue
    state_of "$found_id"
    [ "$line" = healthy ] || continue
    first_line "$found_record/confirmed"
    printf '%s %s\n' "${line:-0}" "$found_id"
  done | sort -k1,1nr -k2,2r | cut -d ' ' -f 2
}

# move_to_trash RELEASE: gone for readers at once, deleted later.
move_to_trash() {
  set_state "$1" incomplete
  : step trash-marked
  mv -T -- "$root/releases/$1" "$meta/trash/$1.$arg_nonce" 2>/dev/null
  rm -rf -- "${meta:?}/releases/$1"
}

# What cannot be removed is no reason to fail: it is out of everybody's way. Only folders get another mode, for files are shared between releases.
empty_trash() {
  for trash in "$meta"/trash/*; do break; done
  [ -e "$trash" ] || [ -L "$trash" ] || return 0
  rm -rf -- "${meta:?}"/trash/* 2>/dev/null && return 0
  (cd -- "$meta/trash" && find . -type d -exec chmod u+rwx {} \;) 2>/dev/null
  rm -rf -- "${meta:?}"/trash/* 2>/dev/null || echo "$(id -un) may not remove all of $meta/trash. Remove what is in it by hand."
}

# verify_release RELEASE: hashes every file and link of its manifest; prints the paths that differ, one escaped path a line.
verify_release() {
  verify_tree "$root/releases/$1" "$meta/releases/$1/manifest"
}

# verify_tree FOLDER MANIFEST: the same for any folder. What could not be looked at to its end counts as different in all it holds.
# Manifest lines are `<kind> <mode> <sha256> <path>`, kind f, d or l, paths with \\, \n, \r and \t for the odd bytes.
verify_tree() {
  hash_tree "$@" || sed -n -e 's/^[fl] .... [0-9a-f]* //p' "$2"
}

# shellcheck disable=SC2030,SC2031 # `value` is only used inside its own loop
hash_tree() {
  (
    cd -- "$1" || exit 1
    choose_hash "$2"
    hash_status=0
    if [ "$hash_shares" -eq 2 ]; then hash_share 1 "$2" & fi
    hash_share 0 "$2" || hash_status=1
    [ "$hash_shares" -eq 1 ] || wait "$!" || hash_status=1
    sed -n -e '/\\/!d' -e 's/^f .... //p' "$2" | while IFS= read -r verify_line; do
      value=${verify_line#* }
      decode
      verify_sum=$(sha256sum <"./$value" 2>/dev/null) || verify_sum=
      [ "${verify_sum%% *}" = "${verify_line%% *}" ] || printf '%s\n' "${verify_line#* }"
    done || hash_status=1
    sed -n -e 's/^l .... //p' "$2" | while IFS= read -r verify_line; do
      value=${verify_line#* }
      decode
      verify_sum=$(readlink -n -- "./$value" 2>/dev/null | sha256sum)
      [ -L "./$value" ] && [ "${verify_sum%% *}" = "${verify_line%% *}" ] || printf '%s\n' "${verify_line#* }"
    done || hash_status=1
    exit "$hash_status"
  )
}

# hash_share REMAINDER MANIFEST: each file of this share whose path has no odd bytes; prints the paths that differ or cannot be read.
# shellcheck disable=SC2086 # hash_files is words
hash_share() {
  awk -v shares="$hash_shares" -v share="$1" 'NR % shares == share && /^f/ && !/\\/ { print "./" substr($0, 73) }' "$2" | tr '\n' '\0' |
    xargs -0 -r $hash_files 2>/dev/null |
    awk -v shares="$hash_shares" -v share="$1" '
      FILENAME == "-" { sum[substr($0, 67)] = substr($0, 1, 64); next }
      FNR % shares == share && /^f/ && !/\\/ && sum["./" substr($0, 73)] != substr($0, 8, 64) { print substr($0, 73) }
    ' - "$2"
}

# choose_hash MANIFEST: sets `hash_files`, a command that prints `<sha256>`, two characters and the path for each file. openssl uses the
# instructions that processors have for it, which sha256sum mostly does not, but takes longer to start. It has to show that it knows the hash of nothing.
# Sets `hash_shares` to how many processes are to share the work: two where there is much, and one processor is left for the rest.
choose_hash() {
  hash_files='sha256sum' hash_shares=1
  [ "$(wc -l <"$1")" -gt 500 ] || return 0
  hash_shares=2
  case $(openssl dgst -sha256 -r </dev/null 2>/dev/null) in
    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\ *) hash_files='openssl dgst -sha256 -r' ;;
  esac
}

# release ID STATE CONFIRMED SIZE INFO, oldest first
report_releases() {
  for found_record in "$meta"/releases/*/; do
    found_id=${found_record%/}
    found_id=${found_id##*/}
    is_release "$found_id" || continue
    state_of "$found_id" && found_state=$line
    first_line "$found_record/confirmed" && found_confirmed=${line:-0}
    first_line "$found_record/info"
    emit release "$found_id ${found_state:-incomplete} $found_confirmed $line"
    if [ -d "$meta/armed/$found_id" ] && read_armed "$found_id" && is_undecided; then emit armed "$found_id $armed_deadline $armed_confirm"; fi
  done
  for found_foreign in "$root"/releases/*/; do
    found_foreign=${found_foreign%/}
    [ -d "$found_foreign" ] && ! is_release "${found_foreign##*/}" && emit foreign "${found_foreign##*/}"
  done
}
