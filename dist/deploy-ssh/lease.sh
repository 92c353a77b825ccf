# shellcheck shell=sh
# The lease: one owner changes things at a time, and an owner that lost its lease cannot change anything any more.
#
# Leases are directories lease/<number>; only the highest number counts, and it only grows. Everything that an owner changes is made
# inside its lease directory and leaves it by one rename. Whoever takes a lease over moves the older directories away before it reads
# anything, so an owner that lost its lease finds nothing left to rename: rename(2) is the fence.

lease_seconds=60

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
  [ ! -e "$claim" ] || rm -rf -- "$claim"
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
      [ ! -L "$meta/trash/lease.${lease_found##*/}.$arg_nonce/next" ] || rm -f -- "$meta/trash/lease.${lease_found##*/}.$arg_nonce/next"
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
    [ "$arg_intent" != recover ] || check_still_own
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

# Who only comes to end what it left itself must find its own lease: whatever came after it has been looked after by others.
check_still_own() {
  first_line "$meta/lease/$highest/owner"
  [ "$line" = "$arg_owner" ] || fail fenced 'Nothing of this run is left on the server: it never got the lease, or others have looked after it.'
}

# An own lease that was handed on by an earlier execution of the same deployment.
resume_lease() {
  fence=$arg_fence
  lease=$meta/lease/$fence
  renew_lease || fail_fenced
}

# False when the lease is lost. On a full disk it stays ours without a new term, until somebody takes it.
renew_lease() {
  find_highest_lease
  [ "$highest" -eq "$fence" ] && [ ! -e "$lease/released" ] || return 1
  { set_expiry "$lease/expires.new" && mv -f -- "$lease/expires.new" "$lease/expires" 2>/dev/null; } || [ -e "$lease/expires" ]
}

fail_fenced() {
  find_highest_lease
  first_line "$meta/lease/$highest/who"
  fail fenced "This deployment lost its lease (number $fence) to number $highest${line:+, $line}. Nothing was switched by it afterwards; run it again."
}

# put FILE TEXT: replaces a small file of the store in one step, which only the owner of the lease can.
put() {
  { printf '%s\n' "$2" >"$lease/put" && mv -f -- "$lease/put" "$1"; } 2>/dev/null || fail_unwritten "$1"
}

# fail_unwritten PATH: a write by way of the lease failed, because the lease is gone or the disk does not take it.
fail_unwritten() {
  [ -d "$lease" ] || fail_fenced
  fail_full "$1"
}

# While the server works by itself, it keeps the lease on its own; stopped by stop_keeping_lease.
keep_lease() {
  spawn keep_renewing
  lease_keeper=$!
}

keep_renewing() {
  exec >/dev/null 2>&1 3>&- 4<&-
  while kill -s 0 "$$" 2>/dev/null && renew_lease; do sleep 15; done
}

stop_keeping_lease() {
  kill -s TERM "$lease_keeper" 2>/dev/null
  wait "$lease_keeper" 2>/dev/null
}

# The newest number stays as a tombstone, so that numbers only grow.
release_lease() {
  rm -rf -- "$lease/next" "$lease/stage" "$lease/record" "$lease/trial"
  # A rename needs no room on a full disk.
  mv -f -- "$lease/expires" "$lease/released" 2>/dev/null
}
