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


WORDS = """config TinyConfig
  model_type: 'tiny'
  kind = 'narrow'

model TinyModel(config)
  config TinyConfig
  widths = {'narrow': 1, 'wide': 2}
  width = widths.get(config.kind)
  if width is None:
    raise ValueError('kind')
  self.norm = LayerNorm(width)
"""


def recorded(text, *raws):
    """The lines of TinyModel, recorded at some configs."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "tiny.bp"), "w") as f:
            f.write(text)
        with open(os.path.join(folder, "index.json"), "w") as f:
            json.dump(
                dict(
                    types={"tiny": "tiny.TinyConfig"},
                    classes={"TinyModel": "tiny.TinyModel"},
                    auto={},
                ),
                f,
            )
        recorder = Recorder(Blueprints(folder))
        for raw in raws:
            recorder.build("TinyModel", raw)
        classes, failed, configs, _ = merge_all(recorder.traces, recorder.derived)
        return Printer(recorder.cat, classes, failed, configs, recorder).lines(
            classes["tiny.TinyModel"], "tiny"
        )


class Constructors(unittest.TestCase):
    def test_lists_in_lists(self):
        self.assertEqual(
            recorded(TEXT, {}, dict(depths=[1, 4, 2])),
            [
                "blocks: ModuleList",
                "  each i < len(depths)",
                "    -: ModuleList",
                "      each j < depths[i]",
                "        -: TinyBlock(width = hidden_size * (i + 1))",
            ],
        )

    def test_whole_numbers_of_products(self):
        text = WORDS.split("  widths")[0].replace("kind = 'narrow'", "ratio = 4\n  size = 8")
        made = "  self.norm = LayerNorm(int(config.size * config.ratio))\n"
        made += "  self.up = LayerNorm(int(config.size))\n"
        want = ["norm: LayerNorm[int(size * ratio)] bias", "up: LayerNorm[size] bias"]
        self.assertEqual(recorded(text + made, {}), want)

    def test_tables_of_words(self):
        narrow = [
            'require kind in ["narrow", "wide"]',
            'require kind == "narrow"',
            "norm: LayerNorm[1] bias",
        ]
        self.assertEqual(recorded(WORDS, {}), narrow)
        self.assertEqual(recorded(WORDS, {}, dict(kind="wide"))[0], narrow[0])
        self.assertEqual(
            sum(l.endswith("LayerNorm[2] bias") for l in recorded(WORDS, {}, dict(kind="wide"))), 1
        )


if __name__ == "__main__":
    unittest.main()
