# shellcheck shell=sh
# Looks at backups; needs no lease and changes nothing. `do` is `list` or `download`.

look_at_backups() {
  folder=$arg_folder
  emit clock "$(date +%s)"
  case $arg_do in
    list)
      for listed in "$folder"/[0-9]*; do
        [ ! -d "$listed" ] || tell_backup "${listed##*/}"
      done
      ;;
    download) send_backup ;;
  esac
  emit looked "$arg_do"
}

# The archive goes last. What the server reads is hashed by it as well, so that a difference shows at which end it came about.
send_backup() {
  find_backup "$arg_id"
  tell_backup "$id"
  emit archive-name "$archive_name"
  emit_file manifest "$backup/manifest"
  emit_file archive "$backup/$archive_name"
  sent_sum=$(sha256sum <"$backup/$archive_name")
  emit archive-sum "${sent_sum%% *}"
}

look_at_backups
