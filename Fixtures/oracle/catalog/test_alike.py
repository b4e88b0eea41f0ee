"""The configs that alike.py makes, and how it finds what is right together. `python
test_alike.py`"""

import random
import unittest

import alike
import few_layers

CONFIG = [
    "config ToyConfig : toy",
    "  alias width = hidden_size",
    "  hidden_size = 64",
    '  kind = "a"',
    "  both := hidden_size * 2",
]
BODY = [
    "class ToyLayer",
    '  if kind == "b"',
    "    up: Linear[hidden_size, hidden_size]",
    "  mlp: ToyMLP($depth)",
]
MODEL = [
    "model ToyModel : ToyConfig",
    "  layers: ModuleList",
    "    each i < num_hidden_layers",
    "      -: ToyLayer(depth = i)",
]
OTHER = ["class ToyPooler", "  dense: Linear[pooled, pooled]"]


class Configs(unittest.TestCase):
    def setUp(self):
        self.config = dict(
            architectures=["ToyModel"],
            hidden_size=64,
            kind="a",
            pooled=7,
            num_hidden_layers=24,
            layer_types=["a"] * 24,
        )

    def probed(self):
        entries = alike.around([CONFIG, BODY, MODEL, OTHER], {("class", "ToyLayer")})
        return alike.probes(
            self.config,
            alike.words(entries),
            alike.constants(entries),
            alike.older_names(entries),
            random.Random(1),
        )

    def test_around(self):
        # ToyLayer hands nothing of a config to what is below it; the model hands it an argument,
        # and the pooler has no part in it.
        self.assertEqual(
            alike.around([CONFIG, BODY, MODEL, OTHER], {("class", "ToyLayer")}),
            [CONFIG, BODY, MODEL],
        )

    def test_fields_that_are_read_change(self):
        found = self.probed()
        self.assertEqual({c.get("hidden_size") for c in found}, {64, 128, 32, 72, None})
        self.assertEqual({c["kind"] for c in found if "kind" in c}, {"a", "b", None})
        self.assertEqual({c["pooled"] for c in found}, {7})

    def test_zero_and_null(self):
        self.config["pooled"], entries = (
            0.0,
            [["class ToyPooler", "  if pooled > 0.0", "    drop: Dropout"]],
        )
        found = alike.probes(self.config, alike.words(entries), [], set(), random.Random(1))
        self.assertTrue(any("pooled" in c and c["pooled"] is None for c in found))
        self.assertTrue(any(c.get("pooled") == 0.1 for c in found))

    def test_models_that_are_not_built(self):
        models = [
            ["model ToyModel : ToyConfig"],
            ["model ToyBackbone : ToyConfig"],
            ["model OtherModel : OtherConfig"],
        ]
        self.assertEqual(
            alike.unbuilt(models, ["ToyModel", "OtherModel"]), [("ToyBackbone", "ToyModel")]
        )
        self.assertIsNone(alike.unbuilt(models, ["ToyModel", "ToyBackbone"]))

    def test_absent_and_older_names(self):
        found = self.probed()
        self.assertTrue(any("kind" not in c for c in found))
        self.assertTrue(any("width" in c for c in found))
        self.assertEqual(
            alike.older_names(
                [CONFIG, ["config Other", '  aa := bb ?? cc.dd if ee == "ff" else int(aa)']]
            ),
            {"width", "hidden_size", "kind", "bb", "cc", "ee"},
        )

    def test_stacks_are_short(self):
        first = self.probed()[0]
        self.assertEqual(
            (first["num_hidden_layers"], len(first["layer_types"])),
            (few_layers.ENOUGH, few_layers.ENOUGH),
        )

    def test_parts(self):
        config = dict(text_config=dict(hidden_size=8), rope_parameters=dict(rope_type="default"))
        self.assertEqual(
            list(alike.fields(config, {"hidden_size", "rope_parameters"})),
            [
                (("text_config", "hidden_size"), 8),
                (("rope_parameters",), dict(rope_type="default")),
            ],
        )
        self.assertEqual(
            alike.changed(config, ("text_config", "hidden_size"), 9)["text_config"],
            dict(hidden_size=9),
        )
        self.assertEqual(config["text_config"], dict(hidden_size=8))

    def test_differing(self):
        one = dict(a=1, text_config=dict(b=2, c=3))
        self.assertEqual(list(alike.differing(one, one)), [])
        self.assertEqual(
            list(alike.differing(one, dict(a=1, text_config=dict(b=4), d=None))),
            [("d",), ("text_config", "b"), ("text_config", "c")],
        )

    def test_is_held(self):
        seen = lambda name: dict(
            names=["transformers.models.toy.modeling_toy.ToyLayer"],
            forms=[dict(full=dict(text_config=dict(model_type="toy_text")))],
        )
        held = lambda line: alike.is_held([line], ["ToyModel"], seen)
        self.assertEqual(
            [
                held(l)
                for l in (
                    "class ToyLayer",
                    "class ToyLayer@12",
                    "class Mine named ToyLayer like Other",
                    "model ToyModel : ToyConfig",
                )
            ],
            [True] * 4,
        )
        self.assertEqual(
            [
                held(l)
                for l in (
                    "class ToyMLP",
                    "class ToyLayer named ToyOther",
                    "model ToyHead : ToyConfig",
                )
            ],
            [False] * 3,
        )
        self.assertEqual(
            [held(l) for l in ("config A : toy_text", "config B : toy", "config C")],
            [True, False, False],
        )

    def test_holders(self):
        seen = lambda name: dict(
            names=[
                f"transformers.models.toy.modeling_toy.{c}"
                for c in dict(
                    ToyModel=["ToyLayer", "ToyMLP"], ToyHead=["ToyMLP"], ToyOther=["ToyMLP"]
                )[name]
            ]
        )
        head = ["model ToyHead : ToyConfig", "  mlp: ToyMLP(depth = 0)"]
        self.assertEqual(
            alike.holders(["ToyModel", "ToyHead", "ToyOther"], seen, {"ToyMLP"}, [MODEL, head]),
            ["ToyHead"],
        )
        self.assertEqual(
            alike.holders(["ToyModel", "ToyHead"], seen, {"ToyLayer", "ToyModel"}, [MODEL, head]),
            ["ToyModel"],
        )
        self.assertEqual(
            alike.holders(["ToyOther", "ToyModel"], seen, {"ToyMLP"}, []), ["ToyModel"]
        )


class Largest(unittest.TestCase):
    def largest(self, items, bad, pairs=()):
        """`bad` are never right; of a pair both or none are."""
        good = lambda some: not set(some) & set(bad) and all(
            (a in some) == (b in some) for a, b in pairs
        )
        return sorted(
            alike.largest(list(items), good, lambda x, y: any({x, y} == {a, b} for a, b in pairs))
        )

    def test_all(self):
        self.assertEqual(self.largest(range(9), ()), list(range(9)))

    def test_without_the_bad(self):
        self.assertEqual(self.largest(range(9), (0, 4, 8)), [1, 2, 3, 5, 6, 7])
        self.assertEqual(self.largest(range(3), (0, 1, 2)), [])

    def test_pairs(self):
        self.assertEqual(self.largest(range(8), (3,), [(0, 7)]), [0, 1, 2, 4, 5, 6, 7])

    def test_others_only_with_what_needs_them(self):
        good = lambda some: (1 in some) == (9 in some)
        found = alike.largest([1, 2], good, lambda x, y: {x, y} == {1, 9}, [8, 9])
        self.assertEqual(sorted(found), [1, 2, 9])


if __name__ == "__main__":
    unittest.main()
