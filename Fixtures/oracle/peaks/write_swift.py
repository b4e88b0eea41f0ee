"""Writes the recorded text as a Swift constant.

    python write_swift.py peaks.txt ../../../Sources/DeviceMap/Catalog/PeakText.swift
"""
import sys

HEAD = '''// swift-format-ignore-file
// Peaks of running the classes of transformers 5.23.0: written by Fixtures/oracle/peaks/write_swift.py, not by hand.
// What the lines say is described in Fixtures/oracle/peaks/README.md.

/// The recorded peaks, a block for each group of model types that share them.
package let peakText: StaticString = #"""
'''

with open(sys.argv[1]) as file: text = file.read()
with open(sys.argv[2], "w") as file: file.write(HEAD + text + '"""#\n')
