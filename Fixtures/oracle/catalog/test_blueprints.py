"""Tests of the interpreter of sliced constructors: python3 -m unittest test_blueprints (needs no
library)."""

import json
import os
import tempfile
import unittest

from blueprints import Blueprints, Interpreter, NotInterpreted

TEXT = """const WIDTHS = [4, 6]

def doubled(x)
  return 2 * x

config TinyConfig
  model_type: 'tiny'
  alias: {'width': 'hidden_size'}
  hidden_size = 8
  num_layers = 2
  bias = False
  kinds = None
  tie_word_embeddings = True
  def __post_init__(**kwargs)
    if self.kinds is None:
      self.kinds = ['wide' if (i + 1) % 2 == 0 else 'narrow' for i in range(self.num_layers)]
    PreTrainedConfig.__post_init__(self, **kwargs)

module TinyBlock(config, index)
  self.norm = LayerNorm(config.width)
  if config.kinds[index] == 'wide':
    self.mlp = Linear(config.hidden_size, doubled(config.hidden_size), bias=config.bias)
  else:
    self.mlp = Linear(config.hidden_size, WIDTHS[0], bias=config.bias)
  self.register_buffer('table', torch.arange(0, config.hidden_size, 2), persistent=False)

model TinyModel(config)
  config TinyConfig
  no_split ["TinyBlock"]
  tied {"head.weight": "embed.weight"}
  self.config = config
  self.embed = Embedding(16, config.hidden_size)
  self.blocks = ModuleList([TinyBlock(config, i) for i in range(config.num_layers)])
  self.head = Linear(config.hidden_size, 16, bias=False)

model TinyForecast(config)
  config TinyConfig
  self.config = config
  self.distribution_output = distribution_df_loc_scale(dim=config.num_layers)
  self.projection = self.distribution_output.get_parameter_projection(config.hidden_size)
"""


class InterpreterTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        with open(os.path.join(self.folder.name, "tiny.bp"), "w") as f:
            f.write(TEXT)
        with open(os.path.join(self.folder.name, "index.json"), "w") as f:
            json.dump(
                dict(
                    types={"tiny": "tiny.TinyConfig"},
                    classes={"TinyModel": "tiny.TinyModel", "TinyForecast": "tiny.TinyForecast"},
                    auto={},
                ),
                f,
            )
        self.interpreter = Interpreter(Blueprints(self.folder.name))

    def tearDown(self):
        self.folder.cleanup()

    def built(self, **config):
        return self.interpreter.dump(self.interpreter.build("TinyModel", config))

    def test_modules_tensors_and_facts(self):
        tree = self.built()
        self.assertEqual(
            [m for m in tree["mods"] if m[0].count(".") < 2],
            [
                ("", "TinyModel"),
                ("embed", "Embedding"),
                ("blocks", "ModuleList"),
                ("blocks.0", "TinyBlock"),
                ("blocks.1", "TinyBlock"),
                ("head", "Linear"),
            ],
        )
        shapes = {n: s for n, s, _ in tree["params"]}
        self.assertEqual(
            (shapes["blocks.0.mlp.weight"], shapes["blocks.1.mlp.weight"]), ([4, 8], [16, 8])
        )
        self.assertNotIn("blocks.0.mlp.bias", shapes)
        self.assertEqual(tree["bufs"][0], ("blocks.0.table", [4], "int64", False))
        self.assertEqual(
            (tree["tied"], tree["no_split"]), ({"head.weight": "embed.weight"}, ["TinyBlock"])
        )

    def test_fields_aliases_and_conditions(self):
        tree = self.built(
            width=12, num_layers=1, bias=True, kinds=["wide"], tie_word_embeddings=False
        )
        shapes = {n: s for n, s, _ in tree["params"]}
        self.assertEqual(
            (
                shapes["blocks.0.mlp.weight"],
                shapes["blocks.0.mlp.bias"],
                shapes["blocks.0.norm.weight"],
            ),
            ([24, 12], [24], [12]),
        )
        self.assertEqual(tree["tied"], {})

    def test_parameters_of_a_distribution(self):
        tree = self.interpreter.dump(self.interpreter.build("TinyForecast", dict(num_layers=3)))
        self.assertEqual(
            tree["mods"][1:],
            [
                ("projection", "ParameterProjection"),
                ("projection.proj", "ModuleList"),
                *((f"projection.proj.{i}", "Linear") for i in range(3)),
                ("projection.domain_map", "LambdaLayer"),
            ],
        )
        self.assertEqual({tuple(s) for n, s, _ in tree["params"] if n.endswith("weight")}, {(3, 8)})

    def test_what_is_not_known_is_said(self):
        with self.assertRaises(NotInterpreted):
            self.interpreter.build("OtherModel", {})
        with self.assertRaises(NotInterpreted):
            self.built(kinds=[])


if __name__ == "__main__":
    unittest.main()
