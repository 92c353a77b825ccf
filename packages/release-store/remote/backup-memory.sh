# shellcheck shell=sh
# Whether a drill may be done in memory: a folder there that nobody else can exchange, and much more of it than the backup takes.
# What is not known for certain means no: the disk is always there.

# Kilobytes of memory that a drill may take.
memory_most=131072

# find_memory: for each entry 8 KiB, which is its own and the rest of its last page.
find_memory() {
  grep -q '^[^ ]* /dev/shm tmpfs ' /proc/mounts 2>/dev/null && [ -w /dev/shm ] && is_safe_for_all /dev/shm || return 1
  memory_entries=$(wc -l <"$backup/manifest")
  memory_needed=$((total_bytes / 1024 + memory_entries * 8))
  memory_free=$(memory_room /proc)
  free_space /dev/shm
  [ "$memory_needed" -le "$memory_most" ] && [ "$memory_needed" -le $((${memory_free:-0} / 8)) ] &&
    [ "$memory_needed" -le $((free_kilobytes / 2)) ] && [ $((memory_entries + 64)) -le $((free_inodes / 2)) ]
}

# is_safe_for_all FOLDER: others may write into it, but cannot rename or remove what is not theirs.
is_safe_for_all() {
  [ -n "$(find "$1" -prune -type d -user 0 -perm -1000 2>/dev/null)" ]
}

# memory_room PROC: prints the kilobytes that may still be taken: by the machine, by the control group that this program runs in, and by each one above
# it. Prints nothing when one of them cannot be told. Of control groups, memory.max and memory.high count, or memory.limit_in_bytes of version 1;
# and what they hold as caches counts as taken, so that the answer is rather too small than too large.
memory_room() {
  proc=$1 awk '
    function unknown() { known = 0; return "" }
    function number(text) { return text ~ /^[0-9]+$/ ? text : unknown() }
    function content(file, text) {
      if ((getline text <file) < 0) return unknown()
      close(file)
      return text
    }
    function at_most(kilobytes) { if (kilobytes < room) room = kilobytes }
    function read_machine(line, word) {
      while ((getline line <(proc "/meminfo")) > 0) if (split(line, word, " ") > 1 && word[1] == "MemAvailable:") room = word[2]
    }
    # Lines are `<number>:<controllers>:<path>`. Version 2 has the number 0, and memory only where version 1 does not.
    function find_group(line, part) {
      while ((getline line <(proc "/self/cgroup")) > 0) {
        split(line, part, ":")
        if ("," part[2] "," ~ /,memory,/) version = 1
        else if (part[1] == "0" && version == 0) version = 2
        else continue
        group = substr(line, length(part[1]) + length(part[2]) + 3)
      }
    }
    # Lines end with ` - <type> <source> <options>`; before that come top and place of the mount as fourth and fifth word.
    function find_mount(line, word, kind) {
      while ((getline line <(proc "/self/mountinfo")) > 0 && mount == "") {
        kind = substr(line, index(line, " - ") + 3)
        if (version == 2 ? kind !~ /^cgroup2 / : kind !~ /^cgroup .*[ ,]memory(,|$)/) continue
        split(line, word, " ")
        top = word[4]
        mount = word[5]
      }
    }
    # Where the group lies below the mount. What is above the root of the namespace begins with `/..`.
    function rest_of(path) {
      if (path top ~ /\/\.\./ || mount == "") return unknown()
      if (path == top) return ""
      if (top == "/") return path
      return index(path, top "/") == 1 ? substr(path, length(top) + 1) : unknown()
    }
    # A group of version 2 has no limits where memory is not controlled in it, but it is there.
    function read_second(folder, name, limit) {
      content(folder "/cgroup.controllers")
      for (name in limits) {
        if ((getline limit <(folder name)) > 0 && limit != "max") at_most((number(limit) - number(content(folder "/memory.current"))) / 1024)
        close(folder name)
      }
    }
    function read_first(folder) {
      at_most((number(content(folder "/memory.limit_in_bytes")) - number(content(folder "/memory.usage_in_bytes"))) / 1024)
    }
    BEGIN {
      proc = ENVIRON["proc"]
      room = -1
      version = 0
      known = 1
      limits["/memory.max"]
      limits["/memory.high"]
      read_machine()
      find_group()
      find_mount()
      if (room < 0 || version == 0) unknown()
      rest = rest_of(group)
      while (known) {
        if (version == 1) read_first(mount rest); else read_second(mount rest)
        if (rest == "") break
        sub(/\/[^\/]*$/, "", rest)
      }
      if (known) printf "%.0f\n", (room > 0 ? room : 0)
    }' </dev/null
}
