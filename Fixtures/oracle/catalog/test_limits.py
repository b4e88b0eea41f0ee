"""Tests of limits.py: python3 -m unittest test_limits (needs no library)."""

import contextlib
import io
import time
import unittest

import limits


def busy():
    while True:
        pass


class LimitTests(unittest.TestCase):
    def run_names(self, names, step, has=lambda name: False, until=float("inf")):
        kept = {}
        with contextlib.redirect_stdout(io.StringIO()):
            status = limits.run(names, has, kept.__setitem__, step, 1, until)
        return status, kept

    def test_a_step_that_does_not_end(self):
        with self.assertRaises(limits.TimeLimit):
            limits.limited(busy, 0.05)
        self.assertEqual(limits.result_of(busy, 0.05), dict(error="TimeLimit: time limit"))

    def test_a_limit_ends_with_its_step(self):
        self.assertEqual(limits.limited(lambda: 1, 0.05), 1)
        end = time.process_time() + 0.1
        while time.process_time() < end:
            pass

    def test_an_error_is_a_result_on_one_line(self):
        self.assertEqual(
            limits.result_of(lambda: [][1], 1), dict(error="IndexError: list index out of range")
        )
        self.assertEqual(limits.result_of(lambda: int("a\n  b"), 1)["error"].count("\n"), 0)

    def test_a_person_ends_the_run(self):
        def step():
            raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            limits.result_of(step, 1)

    def test_what_is_there_is_passed_over(self):
        self.assertEqual(
            self.run_names("abc", lambda name: dict(is_=name), has="b".__eq__),
            (0, dict(a=dict(is_="a"), c=dict(is_="c"))),
        )

    def test_the_time_is_up(self):
        self.assertEqual(self.run_names("ab", lambda name: {}, until=0), (limits.MORE, {}))
        self.assertEqual(
            self.run_names("ab", lambda name: {}, has=lambda name: True, until=0), (0, {})
        )


if __name__ == "__main__":
    unittest.main()
