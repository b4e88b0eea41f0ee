#!/bin/bash
# Record the installed release of transformers, put what differs into the families, and show it.
# usage: PYTHON=/path/to/python make_catalog.sh VERSION [CORPUS]     (two processes)
set -e
cd "$(dirname "$0")"
PYTHON=${PYTHON:-python3}
mkdir -p build && rm -rf build/blueprints build/traces build/real_trees
$PYTHON observe_names.py > build/observe.log 2>&1
$PYTHON slice_constructors.py > build/slice.log 2>&1
for shard in 0/2 1/2; do $PYTHON record.py run build/traces --shard $shard > build/run.${shard%/2}.log 2>&1 & done; wait
$PYTHON record.py write build/recorded build/traces
$PYTHON families.py record build/recorded "$1" | tee build/difference.txt
./embed.sh
for shard in 0/2 1/2; do $PYTHON real_trees.py --shard $shard > build/real.${shard%/2}.log 2>&1 & done; wait
$PYTHON verify.py --table build/results.md > build/verify.log
if [ -n "$2" ]; then $PYTHON verify.py --corpus "$2"; fi
git diff --stat ../../../Sources/DeviceMap/Catalog/Families | tail -1
