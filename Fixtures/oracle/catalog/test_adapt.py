"""Tests of adapt.py: DEVICE_MAP=BINARY python3 -m unittest test_adapt (needs the command, and no
library)."""

import os
import unittest

import families
from adapt import Adapter

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.path.abspath(os.environ.get("DEVICE_MAP", os.path.join(HERE, "../../../.build/debug/device-map")))

TEXT = """activation silu = SiLUActivation
config TinyConfig : tiny
  hidden_size = 8
  wide = 32
  experts = 4
  layers = 2
  act = "silu"
class TinyMLP
  up: Linear[wide, hidden_size]
  act_fn: activation(act)
class TinyExperts
  . weight[experts, wide, hidden_size]
  act_fn: activation(act)
class TinyBlock
  norm: LayerNorm[hidden_size]
  mlp: TinyMLP
  moe: TinyExperts
model TinyModel : TinyConfig
  no_split TinyBlock
  blocks: ModuleList
    each i < layers
      -: TinyBlock
"""


def observed(block, tensors, **more):
    """Two models whose blocks have these children {path: class} and tensors {path: (sizes by
    config, dtype)}."""
    cases, forms = [], []
    for raw in ({}, {"hidden_size": 12, "wide": 40, "experts": 3, "layers": 3}):
        config = {"hidden_size": 8, "wide": 32, "experts": 4, "layers": 2, **raw}
        modules, parameters = [["", "TinyModel"], ["blocks", "ModuleList"]], []
        for i in range(config["layers"]):
            modules.append([f"blocks.{i}", "TinyBlock"])
            for path, cls in block(config):
                modules.append([f"blocks.{i}.{path}", cls])
            for path, shape, dtype in tensors(config):
                parameters.append([f"blocks.{i}.{path}", shape, dtype])
        cases.append(
            (
                raw,
                dict(
                    modules=modules,
                    parameters=parameters,
                    buffers=[],
                    same={},
                    no_split=["TinyBlock"],
                    facts={},
                    tied={},
                    **more,
                ),
            )
        )
        forms.append(dict(saved=raw))
    return dict(cases=cases, forms=forms)


PLAIN = [
    ("norm", "LayerNorm"),
    ("mlp", "TinyMLP"),
    ("mlp.up", "Linear"),
    ("mlp.act_fn", "SiLUActivation"),
    ("moe", "TinyExperts"),
    ("moe.act_fn", "SiLUActivation"),
]


def plain_tensors(c, norm="bfloat16", mlp="mlp"):
    return [
        ("norm.weight", [c["hidden_size"]], norm),
        (f"{mlp}.up.weight", [c["wide"], c["hidden_size"]], "bfloat16"),
        ("moe.weight", [c["experts"], c["wide"], c["hidden_size"]], "bfloat16"),
    ]


def adapter():
    return Adapter(
        {"tiny": families.Family("tiny", "by hand: a test", families.entries(TEXT.splitlines()))},
        BINARY,
    )


class AdaptTests(unittest.TestCase):
    def adapt(self, block, tensors):
        changed, remarks = adapter().adapt({"TinyModel": observed(block, tensors)})
        self.assertEqual(remarks, [])
        return changed

    def test_the_same_stays(self):
        self.assertEqual(self.adapt(lambda c: PLAIN, plain_tensors), {})

    def test_dtype(self):
        changed = self.adapt(lambda c: PLAIN, lambda c: plain_tensors(c, norm="float32"))
        self.assertEqual(
            changed["tiny.TinyBlock"][1], "  norm: LayerNorm weight[hidden_size] float32"
        )

    def test_order_and_leaf(self):
        block = [
            ("drop", "Dropout"),
            ("moe", "TinyExperts"),
            ("moe.act_fn", "SiLUActivation"),
            ("mlp", "TinyMLP"),
            ("mlp.up", "Linear"),
            ("mlp.act_fn", "SiLUActivation"),
            ("norm", "LayerNorm"),
        ]
        changed = self.adapt(lambda c: block, plain_tensors)
        self.assertEqual(
            changed["tiny.TinyBlock"][1:],
            [
                "  drop: Dropout",
                "  moe: TinyExperts",
                "  mlp: TinyMLP",
                "  norm: LayerNorm[hidden_size]",
            ],
        )

    def test_renamed(self):
        block = [(path.replace("mlp", "ffn"), cls) for path, cls in PLAIN]
        changed = self.adapt(lambda c: block, lambda c: plain_tensors(c, mlp="ffn"))
        self.assertEqual(changed["tiny.TinyBlock"][2], "  ffn: TinyMLP")

    def test_experts_as_a_list(self):
        block = (
            lambda c: PLAIN[:4]
            + [("moe", "ModuleList")]
            + [
                x
                for e in range(c["experts"])
                for x in [
                    (f"moe.{e}", "Expert"),
                    (f"moe.{e}.w1", "Linear"),
                    (f"moe.{e}.act_fn", "SiLUActivation"),
                ]
            ]
        )
        tensors = lambda c: plain_tensors(c)[:2] + [
            (f"moe.{e}.w1.weight", [c["wide"], c["hidden_size"]], "bfloat16")
            for e in range(c["experts"])
        ]
        changed = self.adapt(block, tensors)
        self.assertEqual(
            changed["tiny.TinyBlock"][3:],
            [
                "  moe: ModuleList",
                "    each e < experts",
                "      -: Expert",
                "        w1: Linear[wide, hidden_size]",
                "        act_fn: activation(act)",
            ],
        )

    def test_what_cannot_be_told_is_left(self):
        block = lambda c: PLAIN + ([("extra", "Identity")] if c["layers"] == 2 else [])
        changed, remarks = adapter().adapt({"TinyModel": observed(block, plain_tensors)})
        self.assertEqual(changed, {})
        self.assertEqual(remarks, ["tiny.TinyBlock: only sometimes there: extra"])


if __name__ == "__main__":
    unittest.main()
