"""What a built model has to be printed as, and asking the command. `python test_comparison.py`"""

import os
import tempfile
import unittest

import comparison

TREE = dict(
    modules=[["", "Toy"], ["a", "Block"], ["a.x", "Linear"], ["b", "Block"], ["b.x", "Linear"]],
    same={},
    no_split=["Block"],
    tied={"b.x.weight": "a.x.weight"},
    buffers=[["a.mask", [3], "int64", False]],
    parameters=[
        ["a.x.weight", [2, 4], "bfloat16"],
        ["a.x.bias", [2], "float32"],
        ["b.x.weight", [2, 4], "bfloat16"],
        ["scale", [5], "bfloat16"],
    ],
)


class Truth(unittest.TestCase):
    def test_sizes_are_those_below(self):
        want, tensors = comparison.truth(TREE, {})
        self.assertEqual(want["total"], 16 + 8 + 24 + 10)
        self.assertEqual(
            want["modules"],
            [["a", "Block", 48], ["a.x", "Linear", 24], ["b", "Block", 0], ["b.x", "Linear", 0]],
        )
        self.assertEqual(want["tied"], [["a.x.weight", "b.x.weight"]])
        self.assertEqual(sorted(tensors), ["a.x.bias", "a.x.weight", "scale"])

    def test_one_object_at_two_places(self):
        want, tensors = comparison.truth(dict(TREE, same={"b": "a"}, tied={}), {})
        self.assertEqual([m[0] for m in want["modules"]], ["a", "a.x"])
        self.assertEqual(want["total"], 58)


class Asking(unittest.TestCase):
    def test_equal_answers_are_one_object(self):
        with tempfile.TemporaryDirectory() as folder:
            command = os.path.join(folder, "command")
            with open(command, "w") as f:
                f.write('#!/bin/sh\nfor x in "$@"; do echo "{\\"modules\\": \\"${x%?}\\"}"; done\n')
            os.chmod(command, 0o755)
            (a, _), (b, _), (c, _) = comparison.ask_each(command, [], ["x1", "x2", "y1"])
        self.assertIs(a, b)
        self.assertEqual((a, c), (dict(modules="x"), dict(modules="y")))


if __name__ == "__main__":
    unittest.main()
