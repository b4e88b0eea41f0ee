# build DIRECTORY SANITIZE FILE...: compiles the library and a program of these files into DIRECTORY/program, unless they are
# older than that. SANITIZE is what swiftc's -sanitize takes, or none; `folders` may name those of the library that are needed
# (and none that these do not use), `define` a condition. Sourced by the scripts beside it.
build() {
  local directory=$1 sanitize=$2 sources=(Sources/DeviceMap)
  shift 2
  [ -z "${folders:-}" ] || read -ra sources <<<"Sources/DeviceMap/${folders// / Sources/DeviceMap/}"
  [ ! -x "$directory/program" ] || [ -n "$(find "${sources[@]}" "$@" -name '*.swift' -newer "$directory/program" -print -quit)" ] || return 0
  local flags=(-O -parse-as-library -swift-version 6 -package-name DeviceMap
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility -enable-experimental-feature Lifetimes)
  [ -z "${define:-}" ] || flags+=(-D "$define")
  [ "$sanitize" = none ] || flags+=("-sanitize=$sanitize")
  mkdir -p "$directory"
  find "${sources[@]}" -name '*.swift' -print0 | sort -z | xargs -0 swiftc "${flags[@]}" -wmo -module-name DeviceMap \
    -emit-module -emit-module-path "$directory/DeviceMap.swiftmodule" -c -o "$directory/DeviceMap.o"
  swiftc "${flags[@]}" -module-name Program -I "$directory" "$@" "$directory/DeviceMap.o" -o "$directory/program"
}
