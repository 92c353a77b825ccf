# shellcheck shell=sh
# Execution 2, stage: builds the release in the lease directory from the base release and one stream, checks it, and moves it to its place.
#
# The stream is a tar archive: `meta/removed` and `meta/added` (manifest lines against the base), then the changed files below `tree/`.

stage_release() {
  resume_lease
  stage=$lease/stage
  record=$lease/record
  umask 022
  mkdir -- "$stage" "$record" 2>/dev/null || fail_unwritten "$lease"
  provide_shared
  unpack_stream
  keep_lease
  build_manifest
  link_unchanged
  sync_early
  check_tree
  write_record
  publish
  stop_keeping_lease
  renew_lease || fail_fenced
  emit staged "$arg_release"
}

# What the release links to in shared/, one path a line: a folder (with a slash at its end) is made, anything else has to be there.
provide_shared() {
  shared_left=$arg_shared
  while [ -n "$shared_left" ]; do
    shared_path=${shared_left%%"$newline"*}
    case $shared_left in *"$newline"*) shared_left=${shared_left#*"$newline"} ;; *) shared_left='' ;; esac
    case $shared_path in */) mkdir -p -- "$root/shared/$shared_path" 2>/dev/null || fail_full "$root/shared" ;; esac
    [ -e "$root/shared/$shared_path" ] ||
      fail remote-environment "There is no $root/shared/$shared_path on the server, and the release links to it. Put it there; a folder is made for you when its path ends with a slash."
  done
}

# The lease is renewed only while the stream makes progress: a runner that is frozen loses it.
unpack_stream() {
  touch -- "$lease/progress"
  spawn renew_on_progress
  unpack_watcher=$!
  decompress <&4 | tar -xpof - -C "$stage" 2>"$lease/tar.log"
  unpack_status=$?
  kill -s TERM "$unpack_watcher" 2>/dev/null
  wait "$unpack_watcher" 2>/dev/null
  : step unpacked
  if [ "$unpack_status" -ne 0 ]; then
    cat -- "$lease/tar.log"
    [ -d "$lease" ] || fail_fenced
    grep -q 'No space left\|quota' "$lease/tar.log" && fail disk "The disk of the server became full while the release was unpacked. $(last_line "$lease/tar.log")"
    fail_full "$stage" "The release could not be unpacked: $(last_line "$lease/tar.log")"
  fi
}

renew_on_progress() {
  exec >/dev/null 2>&1 3>&- 4<&-
  while sleep 15; do
    [ -n "$(find "$stage" -newer "$lease/progress" -print 2>/dev/null | head -n 1)" ] || continue
    touch -- "$lease/progress"
    renew_lease || return 0
  done
}

decompress() {
  case $arg_encoding in
    zstd) zstd -dcq ;;
    gzip) gzip -dc ;;
    *) cat ;;
  esac
}

build_manifest() {
  base_manifest=/dev/null
  if [ -n "$arg_base" ]; then base_manifest=$meta/releases/$arg_base/manifest; fi
  [ -f "$stage/meta/added" ] && [ -f "$stage/meta/removed" ] ||
    fail integrity 'The stream ended before the list of files was complete. Nothing was switched; run the deployment again.'
  awk 'FILENAME == ARGV[1] { gone[$0]; next } !($0 in gone)' "$stage/meta/removed" "$base_manifest" >"$lease/kept" 2>/dev/null &&
    sort -m -- "$lease/kept" "$stage/meta/added" >"$record/manifest" || fail_full "$record"
  digest=$(sha256sum <"$record/manifest")
  digest=${digest%% *}
  [ "$digest" = "$arg_digest" ] ||
    fail integrity "The manifest built on the server is $digest, expected $arg_digest. Nothing was switched; run the deployment again."
  # For the next deployment, which asks for it; needed only when all else is done.
  spawn compress_manifest
  compressing=$!
}

compress_manifest() {
  exec >/dev/null 2>&1 3>&- 4<&-
  command -v gzip || return 0
  gzip -1 -c -- "$record/manifest" >"$record/manifest.gz" || rm -f -- "$record/manifest.gz"
}

# Unchanged files share their content with the base: as a reflink where the file system can, else as a hard link, else as a copy.
# Not as a hard link where hooks will work in the release: a hook that writes into a file would change the base, which may be live.
link_unchanged() {
  sed -n -e 's/^f .\{70\}//p' "$lease/kept" >"$lease/unchanged"
  [ -s "$lease/unchanged" ] || { emit linked "none 0"; return 0; }
  mkdir -p -- "$stage/tree"
  linked=copy
  for link_kind in reflink:--reflink=always hardlink:-l; do
    [ "$link_kind$arg_hooks" != hardlink:-lyes ] || continue
    if try_link "${link_kind#*:}"; then linked=${link_kind%%:*} && break; fi
  done
  odd_names | link_odd
  case $linked in
    reflink) plain_names | link_plain -p --reflink=always ;;
    hardlink) plain_names | link_plain -p -l ;;
    copy) false ;;
  esac || plain_names | link_plain -p || fail_full "$stage" 'The unchanged files could not be taken over from the release before.'
  emit linked "$linked $(wc -l <"$lease/unchanged")"
}

try_link() {
  first_line "$lease/unchanged"
  value=$line
  decode
  cp -p -f "$1" -- "$root/releases/$arg_base/$value" "$lease/trial" 2>/dev/null
}

plain_names() {
  sed -e '/\\/d' "$lease/unchanged"
}

odd_names() {
  sed -n -e '/\\/p' "$lease/unchanged"
}

# Every folder came with the stream, so two can work side by side.
link_plain() {
  tr '\n' '\0' | (cd -- "$root/releases/$arg_base" && xargs -0 -r -P 2 -n 2000 cp "$@" -f --parents -t "$stage/tree" --)
}

# Names with a newline or another odd byte, one by one.
link_odd() {
  while IFS= read -r value; do
    decode
    (cd -- "$root/releases/$arg_base" && cp -p -f --parents -- "./$value" "$stage/tree") || return 1
  done
}

# Large releases start on their way to the disk while they are hashed.
sync_early() {
  [ "$(wc -l <"$stage/meta/added")" -le 48 ] || (sync -f "$stage" 2>/dev/null) 3>&- 4<&- &
}

# Unpacked files are hashed here; the files of the base were hashed by `open` where verify-content is full.
check_tree() {
  mkdir -p -- "$stage/tree"
  differing=$(verify_tree "$stage/tree" "$stage/meta/added" | head -n 5)
  [ -z "$differing" ] ||
    fail integrity "Files on the server are not what was sent, such as: $(printf %s "$differing" | tr '\n' ' '). Nothing was switched; run the deployment again."
  found=$(cd -- "$stage/tree" && find . -print | tr -d -c '\n' | wc -c)
  expected=$((arg_entries + arg_newlines + 1))
  [ "$((found))" -eq "$expected" ] ||
    fail integrity "The release has $((found)) entries on the server, expected $expected. Nothing was switched; run the deployment again."
}

write_record() {
  wait "$compressing"
  printf '%s\n' "$digest" >"$record/digest" && printf '%s\n' staged >"$record/state" &&
    printf '%s\n' "$arg_info" >"$record/info" && printf %s "$arg_runbook" >"$record/runbook" &&
    chmod -R go= "$record" || fail_full "$record"
  flush_tree
}

# What the switch will point at must be on the disk before it does, whatever happens to the power. The whole file system at once: what was
# taken over from the base is new entries in many folders, which on some file systems no flush of a single file takes along.
flush_tree() {
  sync -f "$stage" 2>/dev/null || sync
}

# The record first: files without a record would be a foreign directory, which nobody ever removes.
publish() {
  : step staged
  mv -T -- "$record" "$meta/releases/$arg_release" 2>/dev/null || fail_unwritten "$meta/releases"
  : step recorded
  mv -T -- "$stage/tree" "$root/releases/$arg_release" 2>/dev/null || fail_unwritten "$root/releases"
  durable "$root/releases" "$meta/releases"
  : step published
}

stage_release
