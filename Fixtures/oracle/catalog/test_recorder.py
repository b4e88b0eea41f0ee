"""Recordings of small constructors: `python test_recorder.py` (needs no library)."""
import json
import os
import tempfile
import unittest

from blueprints import Blueprints
from merge_traces import merge_all
from recorder import Recorder
from write_catalog import Printer

TEXT = """config TinyConfig
  model_type: 'tiny'
  hidden_size = 8
  depths = [2, 3]

module TinyBlock(config, width)
  self.norm = LayerNorm(width)

model TinyModel(config)
  config TinyConfig
  self.config = config
  blocks = []
  for i in range(len(config.depths)):
    layers = []
    for j in range(config.depths[i]):
      layers.append(TinyBlock(config, config.hidden_size * (i + 1)))
    blocks.append(ModuleList(layers))
  self.blocks = ModuleList(blocks)
"""


class Loops(unittest.TestCase):
    def test_lists_in_lists(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "tiny.bp"), "w") as f:
                f.write(TEXT)
            with open(os.path.join(folder, "index.json"), "w") as f:
                json.dump(dict(types={"tiny": "tiny.TinyConfig"}, classes={"TinyModel": "tiny.TinyModel"}, auto={}), f)
            recorder = Recorder(Blueprints(folder))
            for raw in ({}, dict(depths=[1, 4, 2])):
                recorder.build("TinyModel", raw)
            classes, failed, configs, _ = merge_all(recorder.traces, recorder.derived)
            lines = Printer(recorder.cat, classes, failed, configs, recorder).lines(classes["tiny.TinyModel"], "tiny")
        self.assertEqual(lines, [
            "blocks: ModuleList", "  each i < len(depths)", "    -: ModuleList", "      each j < depths[i]",
            "        -: TinyBlock(width = hidden_size * (i + 1))"])


if __name__ == "__main__":
    unittest.main()
