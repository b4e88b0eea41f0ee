"""Which configs are recorded next: `python test_exploration.py` (needs no library)."""

import unittest
from typing import Literal

import exploration
import families

FIELD, KIND = ("f", "", "rate"), ("f", "", "kind")
IS_LOW = ("o", "<=", ("p", "rate"), ("k", 0.0))


class Configs(unittest.TestCase):
    def test_words_of_a_kind(self):
        class ToyConfig:
            kinds = ["basic", "wide"]
            mode: Literal["sum", "mean"] | None = None

        words = exploration.alternatives(ToyConfig)
        self.assertEqual((words["basic"], words["mean"]), (["basic", "wide"], ["sum", "mean"]))
        is_wide = ("o", "==", KIND, ("k", "wide"))
        self.assertEqual(
            exploration.candidates(is_wide, KIND, "wide", words), ["basic", "wide", "other"]
        )

    def test_lists(self):
        self.assertIn([4, 4, 4], exploration.lists_like([4, 8, 16]))
        self.assertIn([0, 1], exploration.lists_like([]))

    def test_parameters_are_what_callers_give(self):
        facts = (
            (
                "each",
                "i",
                FIELD,
                (((), (("child", "-", ("class", "toy.Block", "", (), (("rate", FIELD),))),)),),
            ),
        )
        given = exploration.given_arguments({"toy.Model": {0: ((), facts)}})
        self.assertEqual(
            exploration.over_fields(IS_LOW, "toy.Block", given), [("o", "<=", FIELD, ("k", 0.0))]
        )

    def test_conditions_with_one_outcome(self):
        a, b = ("o", "==", KIND, ("k", "a")), ("o", "==", KIND, ("k", "b"))
        runs = [
            (((a, True), (b, False)), "first"),
            (((a, False), (b, True)), "second"),
            (((a, False), (b, False)), "third"),
        ]
        self.assertEqual(exploration.one_sided(d for d, _ in runs), [])
        self.assertEqual(
            list(exploration.one_sided_branches(runs)), [(b, ["first"])]
        )  # after a, b was never true

    def test_two_fields_at_once(self):
        self.assertEqual(
            exploration.together({FIELD: [0.0, 0.1], KIND: ["a"]}),
            [(("rate", 0.0), ("kind", "a")), (("rate", 0.1), ("kind", "a"))],
        )
        self.assertEqual(exploration.together({FIELD: [0.0]}), [])


class Kept(unittest.TestCase):
    def test_what_is_not_recorded(self):
        old = [
            "model ToyModel : ToyConfig",
            "  by hand: why",
            "  base toy",
            "  read_outside table.weight",
            "  read_sometimes table.bias",
            "  table: Embedding[2, 2]",
        ]
        new = ["model ToyModel : ToyConfig", "  base toy", "  table: Embedding[width, 2]"]
        self.assertEqual(
            families.with_what_is_not_recorded(old, new),
            [*new[:2], "  read_outside table.weight", "  read_sometimes table.bias", new[2]],
        )
        config = ["config ToyConfig : toy", "  sub text_config: toy.ToyTextConfig"]
        self.assertEqual(
            families.with_what_is_not_recorded([config[0], config[1] + " overlaid"], config)[1],
            config[1] + " overlaid",
        )

    def test_order_says_nothing(self):
        one = [
            "config ToyConfig : toy",
            "  recorded 1",
            "  base_config_key text_config",
            "  a = 1",
            "  b = 2",
            "  c := a * b",
        ]
        self.assertEqual(
            families.in_canonical_order(one),
            families.in_canonical_order([one[0], one[4], one[3], one[2], one[5]]),
        )
        self.assertNotEqual(
            families.in_canonical_order(one),
            families.in_canonical_order([*one[:3], "  a = 2", *one[4:]]),
        )


class Unused(unittest.TestCase):
    def test_used(self):
        entries = families.entries(
            """class ToyLayer like other.BarLayer
class ToyMLP
  up: Linear[2, 2]
class ToyOld
  up: Linear[2, 2]
model ToyModel : ToyConfig
  layer: ToyLayer""".split("\n")
        )
        others = families.entries(
            ["class BarLayer", "  mlp: BarMLP", "class BarMLP", "  up: Linear[1, 1]"]
        )
        known = dict(
            toy=families.Family("toy", "recorded 1", entries),
            bar=families.Family("bar", "recorded 1", others),
            other=families.Family("other", "recorded 1", []),
        )
        known["other"].entries = families.entries(["class BarLayer", "  mlp: other.Nothing"])
        self.assertEqual(
            families.used(known), {("toy", "ToyModel"), ("toy", "ToyLayer"), ("other", "BarLayer")}
        )


if __name__ == "__main__":
    unittest.main()
