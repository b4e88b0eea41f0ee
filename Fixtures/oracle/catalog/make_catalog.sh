#!/bin/bash
# Record the catalog for the installed release of transformers, verify it, and show which entries changed.
# usage: PYTHON=/path/to/python make_catalog.sh [CORPUS]     (two processes)
set -e
cd "$(dirname "$0")"
PYTHON=${PYTHON:-python3}
TEXT=../../../Sources/DeviceMap/Catalog/CatalogText.swift
mkdir -p build && cp "$TEXT" build/before.swift && rm -rf build/blueprints build/traces build/real_trees
$PYTHON observe_names.py > build/observe.log 2>&1
$PYTHON slice_constructors.py > build/slice.log 2>&1
for shard in 0/2 1/2; do $PYTHON record.py run build/traces --shard $shard > build/run.${shard%/2}.log 2>&1 & done; wait
$PYTHON record.py write build/catalog build/traces
$PYTHON write_swift.py build/catalog "$TEXT"
for shard in 0/2 1/2; do $PYTHON real_trees.py --shard $shard > build/real.${shard%/2}.log 2>&1 & done; wait
$PYTHON verify.py "$TEXT" --table build/results.md > build/verify.log
if [ -n "$1" ]; then $PYTHON verify.py "$TEXT" --corpus "$1"; fi
$PYTHON layout.py compare build/before.swift "$TEXT" > build/difference.txt
wc -l < build/difference.txt; head -200 build/difference.txt
