# shellcheck shell=sh
# What the runner is told of a backup: its files as they are. It looks at them itself.

tell_backup() {
  emit backup "$1"
  emit files "$(cd -- "$folder/$1" && stat -c '%n %s' archive.tar.* manifest 2>/dev/null | tr '\n' ' ')"
  for tell_file in backup.json verified; do
    if [ -f "$folder/$1/$tell_file" ] && [ "$(stat -c %s -- "$folder/$1/$tell_file")" -lt 1048576 ]; then
      emit_file "${tell_file%.json}-file" "$folder/$1/$tell_file"
    fi
  done
}
