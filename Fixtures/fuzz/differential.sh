#!/usr/bin/env bash
# Compares the reader of headers with safetensors on changed files: differential.sh [COUNT] [SEED]
#
# Needs Python with the safetensors that Fixtures/oracle/requirements.txt names ($PYTHON, default python3). Linux and
# macOS.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Fixtures/fuzz/build.sh

folders="Bytes JSON Checkpoint Names" build .build-fuzz/verdicts none Fixtures/fuzz/HeaderVerdicts.swift
exec "${PYTHON:-python3}" Fixtures/fuzz/differential.py .build-fuzz/verdicts/program "${1:-100000}" "${2:-1}"
