# shellcheck shell=sh
# The ledger: one JSON line for each thing that was done, each with the hash of the line before.

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
