"""What a recording leaves of the entries before it, and the overlay of a release. `python
test_families.py`"""

import unittest

import class_facts
import families
import grounds

CONFIG = [
    "config ToyConfig : toy",
    "  by hand: why",
    "  alias width = hidden_size",
    "  hidden_size = 8",
    "  size := hidden_size * 2",
]


def family(*entries):
    return dict(toy=families.Family("toy", "recorded 5.24.0", [list(e) for e in entries]))


class Recorded(unittest.TestCase):
    def test_defaults_that_recorded_classes_read(self):
        new = [
            "config ToyConfig : toy",
            "  hidden_size = 16",
            "  depth = 3",
            "  width = 1",
            "  size = 2",
        ]
        want = CONFIG[:4] + ["  depth = 3"] + CONFIG[4:]
        self.assertEqual(families.with_defaults_of(new, CONFIG), want)
        self.assertEqual(
            families.with_defaults_of(["class Toy", "  depth = 3"], ["class Toy"]), ["class Toy"]
        )

    def test_fields_that_files_set(self):
        old, new = CONFIG + ["  given size"], [CONFIG[0], *CONFIG[3:]]
        self.assertEqual(families.with_what_is_not_recorded(old, new), new + ["  given size"])
        self.assertEqual(families.with_what_is_not_recorded(old, new[:2]), new[:2])

    def test_what_is_right_stays(self):
        text = "transformers 5.24.0\nunit toy\nclass ToyLayer\n  up: Linear[4, 4]\n"
        new = ["class ToyLayer", "  up: Linear[4, 4]"]
        for mended, want in (({"toy"}, "  up: Linear[4, 4]"), (set(), "  up: Linear[2, 2]")):
            known, hand = family(["class ToyLayer", "  up: Linear[2, 2]"]), []
            families.recorded(known, text, "5.24.0", [], hand, mended)
            self.assertEqual(known["toy"].entries[0][-1], want)
            self.assertEqual(hand, [] if mended else [("toy", ("class", "ToyLayer"), new)])

    def test_fields_that_models_hand_to_parts(self):
        known = family(["model Toy : ToyConfig", '  a: ToyLayer(x = 1) with frozen = "toy", n = 2'])
        self.assertEqual(families.handed_fields(known), {"frozen", "n"})


class Overlays(unittest.TestCase):
    def test_what_the_release_before_differs_in_stays(self):
        now = family(
            ["class ToyLayer", "  up: Linear[2, 2]"], ["class ToyHead", "  out: Linear[1, 2]"]
        )
        over = family(["class ToyLayer", "  up: Linear[2, 2] bias"])
        before = families.layered(now, over)
        found = families.earlier(before, now, "5.23.0")
        self.assertEqual([f.entries for f in found.values()], [over["toy"].entries])


class Facts(unittest.TestCase):
    """What the library says of a class replaces what its entry said."""

    def test_outputs_and_linear_layers(self):
        stated = dict(base_config_key=[], _keep_in_fp32_modules=[], _keep_in_fp32_modules_strict=[])
        said = {
            "toy.Toy": {**stated, "is_linear": False},
            "toy.ToyLinear": {**stated, "is_linear": True},
        }
        model = ["model Toy : ToyConfig", "  base toy", "  output old", "  head: Linear[2, 2]"]
        linear = ["class ToyLinear", "  . weight[2, 2]"]
        self.assertEqual(class_facts.with_facts(model, "toy", said), model)
        self.assertEqual(
            class_facts.with_facts(linear, "toy", said), [linear[0], "  is Linear", linear[1]]
        )
        for found, lines in (("head", ["  output head"]), ("lm_head", []), (None, [])):
            rows = {"Toy": dict(unit="toy", forms={}, output=found)}
            self.assertEqual(
                class_facts.with_facts(model, "toy", class_facts.with_outputs(said, rows)),
                model,
            )
            rows["Toy"]["forms"] = {"saved": []}
            self.assertEqual(
                class_facts.with_facts(model, "toy", class_facts.with_outputs(said, rows)),
                model[:2] + lines + model[3:],
            )
            said["toy.Toy"].pop("output")


class Files(unittest.TestCase):
    """What stands in the folder, edited by hand or by another script, is as an update writes it: a
    second one changes nothing."""

    def test_entries_stand_as_they_are_written(self):
        for unit, family in families.read().items():
            with self.subTest(unit):
                self.assertEqual(open(f"{families.FOLDER}/{unit}.catalog").read(), family.text())

    def test_grounds_stand_behind_reasons(self):
        for unit, family in families.read().items():
            for entry in filter(grounds.is_by_hand, family.entries):
                found = next((l for l in entry if l.startswith(grounds.MARK)), None)
                with self.subTest(unit, entry=entry[0]):
                    if found is not None:
                        self.assertEqual(
                            entry, grounds.marked(entry, found.removeprefix(grounds.MARK))
                        )


if __name__ == "__main__":
    unittest.main()
