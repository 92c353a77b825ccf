# shellcheck shell=sh
# The manifest of a tree: lines as in the manifest of a release, `<f, d or l> <mode> <sha256> <path>`, from the entries of the tree. What is
# compared is always two such texts, so that memory does not grow with the number of files.

no_content=0000000000000000000000000000000000000000000000000000000000000000

# hash_entries ENTRIES PREFIX: hashes what the entries name, as seen from here; PREFIX names files to work with. Manifest lines, in no order, go to
# PREFIX.lines, paths of what could not be hashed, in the order of the entries, to PREFIX.missing.
hash_entries() {
  choose_hash "$1"
  true >"$2.names.0" && true >"$2.names.1" &&
    prefix=$2 awk "/^8/ && !/\\\\/ { print $entry_path >(ENVIRON[\"prefix\"] \".names.\" (++files % 2)) }" "$1" || fail_write "$2"
  # Two processes, because hashing is what takes the time here, and one processor is left for the rest.
  # shellcheck disable=SC2016 # expanded by the inner shell
  guarded 0 sh -c '
    share() { tr "\n" "\0" <"$prefix.names.$1" | xargs -0 -r $hash >"$prefix.sums.$1" 2>>"$prefix.errors"; }
    prefix=$1 hash=$2
    share 0 &
    share 1
    wait' sh "$2" "$hash_files"
  stopped_by_runner $?
  true >"$2.missing" && manifest_of_plain "$1" "$2" >"$2.lines" && manifest_of_odd "$1" >>"$2.lines" 2>>"$2.missing" || fail_write "$2.lines"
  rm -f -- "$2.names.0" "$2.names.1" "$2.sums.0" "$2.sums.1"
}

# The sums come in the order of the entries, with gaps for what could not be read.
manifest_of_plain() {
  prefix=$2 awk -v none="$no_content" '
    function path_of(text, i) { for (i = 0; i < 7; i++) text = substr(text, index(text, " ") + 1); return text }
    function next_sum(share) { if ((getline sum[share] < (prefix ".sums." share)) <= 0) sum[share] = "" }
    function shown(path) { sub(/^\.\//, "", path); sub(/\/$/, "", path); return path }
    BEGIN { prefix = ENVIRON["prefix"]; next_sum(0); next_sum(1) }
    /\\/ { next }
    /^8/ {
      path = path_of($0)
      share = ++files % 2
      if (substr(sum[share], 67) != path) { print path >>(prefix ".missing"); next }
      printf "f %04d %s %s\n", $2, substr(sum[share], 1, 64), shown(path)
      next_sum(share)
    }
    /^4/ { path = shown(path_of($0)); if (path != ".") printf "d %04d %s %s\n", $2, none, path }' "$1"
  path_lines "$1" '/^a/ && !/\\/' | while IFS= read -r value; do
    manifest_of_link "$value" "$value"
  done
}

# What cannot be read goes to standard error, by its path.
manifest_of_odd() {
  ! has_odd "$1" || odd_lines <"$1" | while IFS= read -r odd_entry; do
    odd_path=${odd_entry#* * * * * * * }
    value=$odd_path
    decode
    odd_mode=${odd_entry#* }
    odd_mode=000${odd_mode%% *}
    odd_mode=${odd_mode#"${odd_mode%????}"}
    case $odd_entry in
      8*)
        odd_sum=$(sha256sum <"$value") 2>/dev/null || { printf '%s\n' "$odd_path" >&2 && continue; }
        printf 'f %s %s %s\n' "$odd_mode" "${odd_sum%% *}" "${odd_path#./}"
        ;;
      4*) printf 'd %s %s %s\n' "$odd_mode" "$no_content" "${odd_path#./}" ;;
      a*) manifest_of_link "$value" "$odd_path" ;;
    esac
  done
}

# manifest_of_link PATH SHOWN
manifest_of_link() {
  link_sum=$(readlink -n -- "$1" | sha256sum)
  printf 'l 0777 %s %s\n' "${link_sum%% *}" "${2#./}"
}
