#!/usr/bin/env bash
# Runs one fuzzing target under libFuzzer: fuzz.sh TARGET [SECONDS] [SANITIZERS]
#
# Targets are the cases of FuzzTarget (Tests/DeviceMapTests/Fuzz/FuzzTarget.swift). SANITIZERS is address by default, none
# for speed. What libFuzzer finds on the way stays in .build-fuzz/corpus/TARGET; an input that crashes lies in
# .build-fuzz/crashes/TARGET: keep it under Fixtures/fuzz/crashes/TARGET, where the tests replay it. Linux only.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=$1
seconds=${2:-60}
sanitizers=${3:-address}
build=.build-fuzz/$sanitizers
sanitize=fuzzer
[ "$sanitizers" = none ] || sanitize=fuzzer,$sanitizers
flags=(-O -parse-as-library -swift-version 6 -package-name DeviceMap "-sanitize=$sanitize"
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility -enable-experimental-feature Lifetimes)

if [ ! -x "$build/fuzz" ] || [ -n "$(find Sources/DeviceMap Tests/DeviceMapTests/Fuzz Fixtures/fuzz -name '*.swift' -newer "$build/fuzz" -print -quit)" ]; then
  mkdir -p "$build"
  find Sources/DeviceMap -name '*.swift' -print0 | sort -z | xargs -0 swiftc "${flags[@]}" -wmo -module-name DeviceMap \
    -emit-module -emit-module-path "$build/DeviceMap.swiftmodule" -c -o "$build/DeviceMap.o"
  swiftc "${flags[@]}" -module-name Fuzz -I "$build" Tests/DeviceMapTests/Fuzz/FuzzTarget.swift \
    Fixtures/fuzz/FuzzerEntry.swift "$build/DeviceMap.o" -o "$build/fuzz"
fi

mkdir -p ".build-fuzz/corpus/$target" ".build-fuzz/crashes/$target"
inputs=("Fixtures/fuzz/seeds/$target")
[ ! -d "Fixtures/fuzz/crashes/$target" ] || inputs+=("Fixtures/fuzz/crashes/$target")
SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$target exec "$build/fuzz" ".build-fuzz/corpus/$target" "${inputs[@]}" \
  -artifact_prefix=".build-fuzz/crashes/$target/" -max_total_time="$seconds" -timeout=2 -rss_limit_mb=512 \
  -max_len=4096 -print_final_stats=1
