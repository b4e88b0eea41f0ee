#!/usr/bin/env bash
# The library from 64 tasks at once under the thread sanitizer: tasks.sh [ROUNDS]
#
# Each task asks the questions of SharedQuestions.swift again and again; the answers must be those of one task alone, and
# the sanitizer must stay silent. Linux and macOS.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Fixtures/fuzz/build.sh

build .build-fuzz/thread thread Fixtures/fuzz/SharedQuestions.swift
SWIFT_BACKTRACE=enable=no TSAN_OPTIONS=halt_on_error=1 exec .build-fuzz/thread/program "${1:-4}" Fixtures/checkpoints/*/
