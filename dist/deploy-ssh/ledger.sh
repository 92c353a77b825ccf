# shellcheck shell=sh
# The ledger: one JSON line for each thing that was done, each with the hash of the line before.

# record EVENT RELEASE PREVIOUS DETAILS [ID]: appends one line, chained to the line before by its hash. DETAILS are JSON members made by the runner.
# What has an id is entered once, however often its book-keeping is begun anew.
# The line is added to a copy, which takes the ledger's place: a line is there as a whole or not at all, and only the owner of the lease adds any.
record() {
  ledger=$meta/ledger.jsonl
  ledger_new=$lease/ledger
  { if [ -e "$ledger" ]; then cp -p -- "$ledger" "$ledger_new"; else true >"$ledger_new"; fi; } 2>/dev/null || fail_unwritten "$ledger"
  mend_ledger
  is_entered "${5:-}" || add_entry "$@"
  durable "$ledger_new"
  mv -f -- "$ledger_new" "$ledger" 2>/dev/null || fail_unwritten "$ledger"
}

is_entered() {
  [ -n "$1" ] && grep -q -F -e "\"id\":\"$1\"" "$ledger_new"
}

# add_entry EVENT RELEASE PREVIOUS DETAILS [ID]
add_entry() {
  chain=$(tail -n 1 -- "$ledger_new" | sha256sum)
  [ -s "$ledger_new" ] || chain=none
  printf '{"schema":"plimsoll/ledger@1","at":"%s","fence":%s,"event":"%s","release":"%s","previous":"%s",%s"chain":"%s"}\n' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$fence" "$1" "$2" "$3" "${4:+$4,}${5:+\"id\":\"$5\",}" "${chain%% *}" >>"$ledger_new" || fail_unwritten "$ledger"
}

# A last line that was cut short, by whatever did it, is taken off before the next is written.
mend_ledger() {
  [ -s "$ledger_new" ] || return 0
  [ -n "$(tail -c 1 -- "$ledger_new")" ] || return 0
  sed '$d' "$ledger_new" >"$ledger_new.mended" && mv -f -- "$ledger_new.mended" "$ledger_new" || fail_unwritten "$ledger"
  emit recovered "the last line of the ledger was cut short and was taken off"
}
