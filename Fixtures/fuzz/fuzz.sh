#!/usr/bin/env bash
# Runs one fuzzing target under libFuzzer: fuzz.sh TARGET [SECONDS] [SANITIZERS] [TIMEOUT]
#
# Targets are the cases of FuzzTarget (Tests/DeviceMapTests/Fuzz/FuzzTarget.swift). SANITIZERS is address by default, none
# for speed; an input that takes more than TIMEOUT seconds, 2 by default, is a fault. What libFuzzer finds on the way stays
# in .build-fuzz/corpus/TARGET; an input that crashes lies in .build-fuzz/crashes/TARGET: keep it under
# Fixtures/fuzz/crashes/TARGET, where the tests replay it. Linux only.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Fixtures/fuzz/build.sh

target=$1
seconds=${2:-60}
sanitizers=${3:-address}
timeout=${4:-2}
longest=4096 # bytes; patterns stand in configs and maps, a line each
[ "$target" != pattern ] || longest=256
sanitize=fuzzer
[ "$sanitizers" = none ] || sanitize=fuzzer,$sanitizers
entry=(Tests/DeviceMapTests/Fuzz/FormatFuzzTarget.swift Fixtures/fuzz/FuzzerEntry.swift)
program=.build-fuzz/$sanitizers/models
case $target in
  header | json | index | pattern) program=.build-fuzz/$sanitizers/formats folders="Bytes JSON Checkpoint Names" define=FORMATS ;;
  *) entry+=(Tests/DeviceMapTests/Fuzz/FuzzTarget.swift) ;;
esac
build "$program" "$sanitize" "${entry[@]}"

mkdir -p ".build-fuzz/corpus/$target" ".build-fuzz/crashes/$target"
inputs=("Fixtures/fuzz/seeds/$target")
[ ! -d "Fixtures/fuzz/crashes/$target" ] || inputs+=("Fixtures/fuzz/crashes/$target")
SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$target exec "$program/program" ".build-fuzz/corpus/$target" \
  "${inputs[@]}" -artifact_prefix=".build-fuzz/crashes/$target/" -max_total_time="$seconds" -timeout="$timeout" \
  -rss_limit_mb=512 -max_len="$longest" -print_final_stats=1
