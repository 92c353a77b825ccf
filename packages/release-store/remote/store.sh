# shellcheck shell=sh
# What every program of the release store shares: the layout, the lease, releases and their states, the ledger.
#
# Everything that an owner changes is made inside its lease directory and leaves it by one rename. Taking a lease over
# empties the older lease directories first, so an owner that lost its lease finds nothing left to rename: rename(2) is the fence.

root=$arg_deploy_path
meta=$root/.plimsoll
lease_seconds=60
# shellcheck disable=SC2034 # read by the programs
tab='	'

# Wall clocks jump; what expires is measured by the time since boot. Sets `clock` (seconds) and `boot` (which boot).
read_clock() {
  boot=none
  if [ -r /proc/uptime ] && [ -r /proc/sys/kernel/random/boot_id ]; then
    IFS='. ' read -r clock _ </proc/uptime
    IFS= read -r boot </proc/sys/kernel/random/boot_id
  else
    clock=$(date +%s)
  fi
}

# Flushes files and directories to the disk: each one where they are few, else the whole file system.
durable() {
  if [ "$#" -le 64 ]; then
    sync "$@" 2>/dev/null || sync
  else
    sync -f "$1" 2>/dev/null || sync
  fi
}

# write FILE TEXT: replaces a small file in one step.
write() {
  printf '%s\n' "$2" >"$1.new" && mv -f -- "$1.new" "$1"
}

# first_line FILE: sets `line`, empty when there is none.
first_line() {
  line=
  [ -f "$1" ] || return 0
  IFS= read -r line <"$1" || true
}

# --- layout -------------------------------------------------------------------------------------------------------

make_layout() {
  case $(stat -c %F -- "$root/current" 2>/dev/null) in
    '' | 'symbolic link') ;;
    *) fail remote-environment "$root/current is not a symbolic link. Move it away; Plimsoll replaces only a link." ;;
  esac
  mkdir -p -- "$root" "$root/releases" "$root/shared" 2>/dev/null && [ -w "$root" ] && [ -w "$root/releases" ] ||
    fail remote-environment "$root cannot be written by $(id -un). Create it for this user, or give another deploy-path."
  if [ ! -d "$meta" ]; then
    (umask 077 && mkdir -p -- "$meta") || fail remote-environment "$meta cannot be created."
  fi
  (umask 077 && mkdir -p -- "$meta/lease" "$meta/releases" "$meta/armed" "$meta/trash") ||
    fail_full "$meta"
}

# fail_full PATH: a write failed; says whether the disk is the reason.
fail_full() {
  free_space "$root"
  if [ "$free_kilobytes" -lt 1024 ] || [ "$free_inodes" -lt 16 ]; then
    fail disk "No room left on the file system of $1: $free_kilobytes KiB and $free_inodes inodes free."
  fi
  fail remote-environment "$1 could not be written. ${2:-Check its owner, its mode and whether the file system is read-only.}"
}

# Sets free_kilobytes and free_inodes; a file system without a fixed number of inodes counts as plenty.
free_space() {
  free_kilobytes=$(df -Pk -- "$1" 2>/dev/null | awk 'NR == 2 { print $4 }')
  free_inodes=$(df -Pi -- "$1" 2>/dev/null | awk 'NR == 2 && $2 > 0 { print $4 }')
  case $free_kilobytes in '' | *[!0-9]*) free_kilobytes=0 ;; esac
  case $free_inodes in '' | *[!0-9]*) free_inodes=999999999 ;; esac
}

# Sets current_kind (none, release, dangling, foreign) and current_release.
read_current() {
  current_release=
  current_kind=none
  [ -L "$root/current" ] || return 0
  current_target=$(readlink -- "$root/current")
  current_kind=foreign
  case $current_target in
    releases/*/* | releases/.*) ;;
    releases/*) if is_release "${current_target#releases/}"; then current_kind=release && current_release=${current_target#releases/}; fi ;;
  esac
  [ -e "$root/current" ] || current_kind=dangling
}

is_release() {
  [ -n "$1" ] && [ -f "$meta/releases/$1/manifest" ] && [ -d "$root/releases/$1" ]
}

# --- lease ----------------------------------------------------------------------------------------------------------

# Sets `highest` to the number of the newest lease, 0 when there was none.
find_highest_lease() {
  highest=0
  for lease_found in "$meta"/lease/[0-9]*; do
    [ -d "$lease_found" ] || continue
    if [ "${lease_found##*/}" -gt "$highest" ]; then highest=${lease_found##*/}; fi
  done
}

# A lease is over when it was given back, when it is this run's own from before, when it ran out, or when the server was booted since.
is_lease_over() {
  [ -e "$meta/lease/$1/released" ] && return 0
  first_line "$meta/lease/$1/owner"
  [ "$line" = "$arg_owner" ] && return 0
  first_line "$meta/lease/$1/expires"
  read_clock
  case $line in "$boot "*) [ "${line#* }" -le "$clock" ] ;; esac
}

# set_expiry FILE: a full term from now on.
set_expiry() {
  read_clock
  printf '%s %s\n' "$boot" $((clock + lease_seconds)) 2>/dev/null >"$1"
}

# claim_lease NUMBER: one of all who try gets it, whole, or nobody does.
claim_lease() {
  claim=$meta/lease/claim.$arg_nonce
  rm -rf -- "$claim"
  (umask 077 && mkdir -- "$claim") 2>/dev/null || fail_full "$meta/lease"
  printf '%s\n' "$arg_owner" >"$claim/owner" 2>/dev/null &&
    printf '%s\n' "$arg_who" >"$claim/who" && set_expiry "$claim/expires" ||
    { rm -rf -- "$claim"; fail_full "$meta/lease"; }
  : step lease-claimed
  mv -T -- "$claim" "$meta/lease/$1" 2>/dev/null || { rm -rf -- "$claim"; return 1; }
  find_highest_lease
  [ "$highest" -eq "$1" ] || { rm -rf -- "$meta/lease/$1"; return 1; }
  fence=$1
  lease=$meta/lease/$1
  : step lease-taken
  revoke_older_leases
}

# Whatever an older owner prepared is taken from it before anything is read: from here on it cannot rename it into place.
revoke_older_leases() {
  for lease_found in "$meta"/lease/*; do
    if [ "$lease_found" != "$lease" ] && is_older_lease "${lease_found##*/}"; then
      # Gone at once with everything in it. Removing `next` by itself waits for a switch that is just being made.
      mv -T -- "$lease_found" "$meta/trash/lease.${lease_found##*/}.$arg_nonce" 2>/dev/null
      rm -f -- "$meta/trash/lease.${lease_found##*/}.$arg_nonce/next"
      rm -rf -- "$meta/trash/lease.${lease_found##*/}.$arg_nonce"
    fi
  done
}

is_older_lease() {
  case $1 in
    claim.*) [ -n "$(find "$meta/lease/$1" -prune -mmin +5 2>/dev/null)" ] ;;
    *) [ "$1" -lt "$fence" ] ;;
  esac
}

# take_lease SECONDS: waits until the lease is free, then sets `lease` (its directory) and `fence` (its number).
# An unconfirmed release that still has time keeps the lease busy, unless the caller came to deal with it.
take_lease() {
  read_clock
  lease_deadline=$((clock + $1))
  lease_tries=0
  lease_busy=
  while :; do
    find_highest_lease
    if find_pending; then
      lease_busy="release $pending waits for its confirmation until $pending_until"
    elif [ "$highest" -eq 0 ] || is_lease_over "$highest"; then
      claim_lease $((highest + 1)) && return 0
    else
      first_line "$meta/lease/$highest/who"
      lease_busy="held by $line"
    fi
    read_clock
    if [ "$clock" -ge "$lease_deadline" ]; then
      fail locked "The lease of $root is not free after $1 s: ${lease_busy:-others were faster}. Wait for it, or raise lock-timeout."
    fi
    if [ "$lease_tries" -eq 0 ] && [ -n "$lease_busy" ]; then emit waiting "$lease_busy"; fi
    lease_tries=$((lease_tries + 1))
    pause
  done
}

# An own lease that was handed on by an earlier execution of the same deployment.
resume_lease() {
  fence=$arg_fence
  lease=$meta/lease/$fence
  renew_lease || fail_fenced
}

renew_lease() {
  find_highest_lease
  [ "$highest" -eq "$fence" ] && [ ! -e "$lease/released" ] || return 1
  set_expiry "$lease/expires.new" || return 1
  mv -f -- "$lease/expires.new" "$lease/expires" 2>/dev/null
}

fail_fenced() {
  find_highest_lease
  first_line "$meta/lease/$highest/who"
  fail fenced "This deployment lost its lease (number $fence) to number $highest${line:+, $line}. Nothing was switched by it afterwards; run it again."
}

# While the server works by itself, it keeps the lease on its own; stopped by stop_keeping_lease.
keep_lease() {
  spawn keep_renewing >/dev/null 2>&1 3>&- 4<&-
  lease_keeper=$!
}

keep_renewing() {
  trap - EXIT
  while kill -s 0 "$$" 2>/dev/null && renew_lease; do sleep 15; done
}

stop_keeping_lease() {
  kill -s TERM "$lease_keeper" 2>/dev/null
  wait "$lease_keeper" 2>/dev/null
}

# The newest number stays as a tombstone, so that numbers only grow.
release_lease() {
  rm -rf -- "$lease/next" "$lease/stage" "$lease/record"
  : >"$lease/released"
}

# --- releases -------------------------------------------------------------------------------------------------------

# state_of RELEASE: sets `line`.
state_of() {
  first_line "$meta/releases/$1/state"
}

set_state() {
  write "$meta/releases/$1/state" "$2" || fail_full "$meta/releases/$1"
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

empty_trash() {
  rm -rf -- "${meta:?}"/trash/* 2>/dev/null
}

# verify_release RELEASE: hashes every file and link of its manifest; prints the paths that differ, one escaped path a line.
verify_release() {
  verify_tree "$root/releases/$1" "$meta/releases/$1/manifest"
}

# Manifest lines are `<kind> <mode> <sha256> <path>`, kind f, d or l, paths with \\, \n, \r and \t for the odd bytes.
verify_tree() {
  (
    cd -- "$1" || exit 1
    # Two processes, because hashing is what takes the time here, and one processor is left for the rest.
    hash_share 0 "$2" &
    hash_share 1 "$2"
    wait "$!"
    sed -n -e '/\\/!d' -e 's/^f .... //p' "$2" | while IFS= read -r verify_line; do
      value=${verify_line#* }
      decode_path
      verify_sum=$(sha256sum <"./$value" 2>/dev/null) || verify_sum=
      [ "${verify_sum%% *}" = "${verify_line%% *}" ] || printf '%s\n' "${verify_line#* }"
    done
    sed -n -e 's/^l .... //p' "$2" | while IFS= read -r verify_line; do
      value=${verify_line#* }
      decode_path
      verify_sum=$(readlink -n -- "./$value" 2>/dev/null | sha256sum)
      [ -L "./$value" ] && [ "${verify_sum%% *}" = "${verify_line%% *}" ] || printf '%s\n' "${verify_line#* }"
    done
  )
}

# hash_share REMAINDER MANIFEST: every second file whose path has no odd bytes. sha256sum says OK, FAILED, or nothing for a file it could not read.
hash_share() {
  awk -v share="$1" 'NR % 2 == share && /^f/ && !/\\/ { print substr($0, 8, 64) "  ./" substr($0, 73) }' "$2" | sha256sum -c 2>/dev/null |
    sed -n -e '/: OK$/d' -e 's/: [A-Z][A-Za-z ]*$//' -e 's/^\.\///p'
}

decode_path() {
  case $value in
    *\\*)
      value=$(printf '%b.' "$value")
      value=${value%.}
      ;;
  esac
}

# --- ledger ---------------------------------------------------------------------------------------------------------

# record EVENT RELEASE PREVIOUS DETAILS: appends one line, chained to the line before by its hash. DETAILS are JSON members made by the runner.
record() {
  ledger=$meta/ledger.jsonl
  mend_ledger
  chain=$(tail -n 1 -- "$ledger" 2>/dev/null | sha256sum)
  [ -s "$ledger" ] || chain=none
  printf '{"schema":"plimsoll/ledger@1","at":"%s","fence":%s,"event":"%s","release":"%s","previous":"%s",%s"chain":"%s"}\n' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$fence" "$1" "$2" "$3" "${4:+$4,}" "${chain%% *}" >>"$ledger" || fail_full "$ledger"
  durable "$ledger"
}

# A line that a crash cut short is taken off before the next is written.
mend_ledger() {
  [ -s "$ledger" ] || return 0
  [ -n "$(tail -c 1 -- "$ledger")" ] || return 0
  sed '$d' "$ledger" >"$ledger.new" && mv -f -- "$ledger.new" "$ledger"
  emit recovered "the last line of the ledger was cut short and was taken off"
}
