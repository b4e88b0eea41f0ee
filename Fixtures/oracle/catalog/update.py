"""Bring the families to the installed release of transformers: verify, edit or record what differs,
keep the rest.

usage: update.py VERSION --binary device-map [-k RANDOM] [--seconds N] [--report FILE]
  (`update` prepares the environment)

1. observe   every registered class is built (observe.py); a run that was ended goes on where it
stopped 2. verify    each is asked of the command, in all forms (verify.py) 3. adapt     entries of
classes that differ are edited by what was observed (adapt.py) 4. record    units of new classes,
and of what is still wrong, are recorded from constructors (record.py), then adapted 5. settle
what is wrong after that asks for the headers; facts, conversions and model types follow the release
6. overlay   what was another way in the release before goes to Families/until-RELEASE A unit's new
text counts only if it makes no class worse. Nothing is written before the end. With --seconds,
observing and verifying end after so many with status 75 while something is left; the same command
goes on there.
"""

import argparse
import collections
import copy
import functools
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time

import environment
import adapt
import alike
import families
import grounds
import limits
from verify import ORDER, stored, table, verify

HERE = os.path.dirname(os.path.abspath(__file__))
BAD = ("error", "wrong", "sizes", "needs headers", "unknown")
AT_ONCE = 100  # classes that are verified before what is known of them is kept


def cpu():
    """CPU seconds of this process and of those that it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Update:
    """One move to a release, with what is known so far of each class."""

    def __init__(self, version, options):
        self.version, self.options = version, options
        self.work = f"{HERE}/build/{version}"
        self.folder = f"{self.work}/observed"
        self.started, self.until = cpu(), time.monotonic() + options.seconds
        self.before = families.read()
        self.now = copy.deepcopy(self.before)
        self.rows, self.how, self.remarks, self.times = {}, {}, [], {}

    def say(self, text):
        print(f"[{cpu() - self.started:6.0f} s of CPU] {text}", flush=True)

    def timed(self, name, step):
        """Does a step and notes the CPU seconds that it takes."""
        before = cpu()
        step()
        self.times[name] = cpu() - before

    def leave(self, text):
        """Ends a run whose time is up."""
        self.say(text)
        sys.exit(limits.MORE)

    # ---- 1, 2
    def observe(self):
        words = [
            sys.executable,
            f"{HERE}/observe.py",
            self.folder,
            "-k",
            str(self.options.k),
            "--seed",
            f"update-{self.version}",
            "--seconds",
            str(self.until - time.monotonic()),
            "--facts",
            f"{self.work}/classes.json",
        ]
        status = subprocess.run(
            words, stdout=open(f"{self.work}/observe.log", "a"), stderr=subprocess.STDOUT
        ).returncode
        if status == limits.MORE:
            count = sum(f.endswith(".json.gz") for f in os.listdir(self.folder))
            self.leave(f"{count} classes observed so far")
        if status:
            sys.exit(f"observing ended with {status}; see {self.work}/observe.log")
        self.names = sorted(f[:-8] for f in os.listdir(self.folder) if f.endswith(".json.gz"))
        self.say(f"{len(self.names)} classes observed")

    def check(self, names, units=()):
        """The rows of some classes; `units` are read from the families as they are now."""
        words = []
        with tempfile.TemporaryDirectory() as folder:
            if units:
                path = f"{folder}/changed.catalog"
                with open(path, "w") as f:
                    for unit in sorted(units):
                        f.write(self.now[unit].text() + "\n")
                words = ["--catalog", path]
            return verify(
                self.folder,
                names,
                dict(binary=self.options.binary, words=words),
                self.options.processes,
            )

    def verify(self):
        cache = f"{self.work}/verified.json"
        known = json.load(open(cache)) if os.path.exists(cache) else {}
        while todo := [n for n in self.names if n not in known]:
            if time.monotonic() > self.until:
                self.leave(f"{len(known)} classes verified so far")
            known.update(self.check(todo[:AT_ONCE]))
            with open(cache + ".part", "w") as f:
                json.dump(known, f)
            os.replace(cache + ".part", cache)
        self.rows = {n: known[n] for n in self.names}
        self.kind = {n: r["kind"] for n, r in self.rows.items()}
        self.first = dict(self.kind)
        self.say(f"verified: {dict(collections.Counter(self.kind.values()))}")

    def uses(self, name):
        """The units whose classes stand in the models of a class."""
        return set(self.rows[name].get("uses") or [self.rows[name]["unit"]])

    def bad(self):
        return [n for n in self.names if self.kind[n] in BAD]

    def stage(self, name, step):
        """Does a step once: what is known after it is kept, for a run that goes on where another
        one was ended."""
        path = f"{self.work}/{name.replace(' ', '-')}.pickle"
        parts = ("now", "rows", "kind", "first", "how", "remarks")
        if os.path.exists(path):
            for part, value in zip(parts, pickle.load(open(path, "rb"))):
                setattr(self, part, value)
            return self.say(f"{name}: done before")
        try:
            self.timed(name, step)
        except Exception as x:
            self.remarks.append(f"{name}: ended by {type(x).__name__}: {x}"[:300])
            self.say(self.remarks[-1])
        pickle.dump([getattr(self, part) for part in parts], open(path, "wb"))

    def units_to_record(self):
        """Units with classes that are still wrong, and where asked for with entries by hand."""
        units = {self.rows[n]["unit"] for n in self.bad() if not self.is_left(n)}
        if self.options.by_hand:
            some = self.options.units.split(",") if self.options.units else self.now
            units |= {
                u
                for u in some
                if self.now[u].provenance.startswith("recorded")
                and any(map(grounds.is_by_hand, self.now[u].entries))
            }
        return sorted(units)

    def alone(self, name):
        """What came of a class from config.json alone, in all forms and configs."""
        return [o[0] for f in ("arguments", "saved", "full") for o in self.rows[name]["forms"][f]]

    def is_left(self, name):
        """Whether the families of this very release say that a class needs the headers: recording
        the same constructors again tells nothing else."""
        unit = self.before.get(self.rows[name]["unit"])
        if unit is None or families.newest() != self.version:
            return False
        keys = {families.key_of(e) for e in unit.entries}
        answered = {*self.alone(name)} <= {"exact", "needs headers"}
        return ("headers", name) in keys or ("class", name) in keys and answered

    # ---- 3, 4
    def accept(self, old, units, how, others=True):
        """Keeps the new text of units by which no class got worse, theirs or one of another unit
        that uses them; `others` looks at all that is still wrong, too."""
        names = [n for n in self.names if self.uses(n) & set(units) or others and n in self.bad()]
        rows = self.check(names, units)
        fell = (
            lambda n: rows[n]["kind"] in ORDER
            and self.kind[n] != "unknown"
            and ORDER.index(rows[n]["kind"]) < ORDER.index(self.kind[n])
        )
        worse = {unit for n in names if fell(n) for unit in self.uses(n)}
        if worse & set(units):
            for unit in worse & set(units):
                self.remarks.append(f"{unit}: {how} made a class worse and was left")
                if unit in old:
                    self.now[unit] = old[unit]
                else:
                    self.now.pop(unit, None)
            units = [u for u in units if u not in worse]
            rows = {n: r for n, r in rows.items() if not worse & set(r["uses"])}
        for n, row in rows.items():
            if row["kind"] in ORDER:
                if row["kind"] == "exact" != self.kind[n]:
                    self.how[n] = how
                self.kind[n], self.rows[n] = row["kind"], row
        return units

    def adapt(self, names, how="edited", casts=False):
        if not names:
            return
        old = copy.deepcopy(self.now)
        seen = {n: stored(self.folder, n) for n in names}
        changed, remarks = adapt.adapted(
            self.now,
            {n: s for n, s in seen.items() if s["cases"]},
            self.version,
            self.options.binary,
            casts=casts,
        )
        self.remarks += remarks
        units = [u for u in self.now if u not in old or self.now[u].text() != old[u].text()]
        self.accept(old, units, how)
        self.say(f"{how}: {len(changed)} entries; left {len(self.bad())} classes")

    def record(self, units):
        """Records units from constructors, and puts in what differs."""
        if not units:
            return
        traces, text = f"{self.work}/traces", f"{self.work}/recorded"
        run = lambda *words: subprocess.run(
            [sys.executable, *words],
            cwd=HERE,
            stdout=open(f"{self.work}/record.log", "a"),
            stderr=subprocess.STDOUT,
        )
        todo = [u for u in units if not os.path.exists(f"{traces}/{u}.pickle")]
        if todo or not all(os.path.exists(f"{HERE}/build/blueprints/{u}.bp") for u in units):
            self.keep_names()
            shutil.rmtree(f"{HERE}/build/blueprints", ignore_errors=True)
            # With what stands in the models beside the unit's own classes: towers and language
            # models of other families.
            others = {u for n in self.names if self.rows[n]["unit"] in units for u in self.uses(n)}
            only = {*units, *others}
            classes = [n for n in self.names if self.rows[n]["unit"] in only]
            run(
                "slice_constructors.py",
                "--only",
                ",".join(sorted(only)),
                "--classes",
                ",".join(classes),
            )
        if todo:
            run("record.py", "run", traces, "--units", ",".join(todo))
        some = f"{self.work}/some"
        shutil.rmtree(some, ignore_errors=True)
        os.makedirs(some)
        for unit in units:
            if os.path.exists(f"{traces}/{unit}.pickle"):
                shutil.copy(f"{traces}/{unit}.pickle", some)
        if run("record.py", "write", text, some).returncode:
            self.remarks.append(f"recording {', '.join(units)} ended with an error; see record.log")
            return
        old = copy.deepcopy(self.now)
        hand = []
        mended = {self.rows[n]["unit"] for n in self.bad()}
        self.remarks += families.recorded(
            self.now, open(text).read(), self.version, units, hand, mended
        )
        changed = [u for u in self.now if u not in old or self.now[u].text() != old[u].text()]
        self.accept(old, changed, "recorded")
        self.say(f"recorded {len(units)} units; left {len(self.bad())} classes")
        self.retry(hand)

    def retry(self, hand):
        """Takes what was recorded in the place of entries by hand, as many of a unit as say the
        same of every config, or the right thing."""
        by_unit, place = (
            collections.defaultdict(list),
            {u: {families.key_of(e): e for e in f.entries} for u, f in self.now.items()},
        )
        unread = alike.UNREAD | families.handed_fields(self.now)
        for unit, key, new in hand:
            if is_retried(place[unit][key], new, unread):
                by_unit[unit].append((key, new))
        taken = {unit: self.taken(unit, found) for unit, found in sorted(by_unit.items())}
        unused = families.without_unused(self.now, sorted({unit for unit, _, _ in hand}))
        count = sum(grounds.is_by_hand(place[unit][key]) for unit, key, _ in hand)
        self.say(
            f"{sum(taken.values())} of {count} entries need not be by hand any more, and "
            f"{unused} that stood below them are gone"
        )

    def taken(self, unit, found):
        """How many of the recorded entries of a unit are taken."""
        names = [n for n in self.names if unit in self.uses(n) and self.kind[n] == "exact"]
        if not names:
            return 0
        old = copy.deepcopy({unit: self.now[unit]})
        place = {families.key_of(e): i for i, e in enumerate(self.now[unit].entries)}
        seen = functools.cache(lambda name: stored(self.folder, name))
        found = [
            x for x in found if alike.is_held(self.now[unit].entries[place[x[0]]], names, seen)
        ]
        was_by_hand = lambda x: grounds.is_by_hand(old[unit].entries[place[x[0]]])
        mine = [x for x in found if was_by_hand(x)]
        if not mine:
            return 0
        models = [e for e in self.now[unit].entries if e[0].startswith("model ")]
        some = alike.holders(names, seen, {key[1].split("@")[0] for key, _ in found}, models)
        unbuilt = alike.unbuilt(models, names)
        if unbuilt is None:
            return 0
        trial = alike.Trial(
            self.options.binary,
            some,
            seen,
            alike.around(self.now[unit].entries, {k for k, _ in found}) + [new for _, new in found],
            unbuilt=unbuilt,
        )

        def replaced(entries):
            family = copy.deepcopy(old[unit])
            for key, new in entries:
                family.entries[place[key]] = families.stamped(new, family, self.version)
            return family

        related = lambda x, y: x[0][1] in alike.words([y[1]]) or y[0][1] in alike.words([x[1]])
        kept = alike.largest(
            mine,
            lambda entries: trial.says_the_same(replaced(entries).text()),
            related,
            [x for x in found if not was_by_hand(x)],
        )
        self.remarks += [
            f"{unit}: the catalog has another tree of {name} than the library: "
            f"{json.dumps(config)[:200]}"
            for name, config in trial.wrong
        ]
        self.now[unit] = replaced(kept)
        if kept and not self.accept(old, [unit], "recorded, no longer by hand", others=False):
            kept = []
        for key, new in mine:
            why = (key, new) not in kept and trial.reason(replaced([*kept, (key, new)]).text())
            if why:
                self.now[unit].entries[place[key]] = grounds.with_reason(
                    self.now[unit].entries[place[key]], why
                )
        return sum(map(was_by_hand, kept))

    def keep_names(self):
        """What built models register, for the slicer."""
        names = {}
        for n in self.names:
            for k, v in (stored(self.folder, n).get("names") or {}).items():
                names.setdefault(k, set()).update(v)
        json.dump(
            {k: sorted(v) for k, v in names.items()}, open(f"{HERE}/build/observed.json", "w")
        )

    # ---- 5, 6
    def ground(self):
        """Names entries by hand whose class in the library is another one than when they were
        written, and families that are missing."""
        for unit, cls in units_without_classes(self.now).items():
            self.remarks.append(
                f"{unit}: a config that the auto classes build as {cls}, of which no family says "
                "so; write it by hand"
            )
        for unit, key in grounds.stale(self.now):
            classes = [n for n in self.names if unit in self.uses(n)]
            exact = sum(self.kind[n] == "exact" for n in classes)
            self.remarks.append(
                f"{unit}: {' '.join(key)} is by hand, and its class changed; {exact} of the "
                f"{len(classes)} classes that use the unit are exact"
            )

    def settle(self):
        """Models that stay wrong from config.json alone ask for the headers, with the reason."""
        for n in self.bad():
            unit, alone = self.now.get(self.rows[n]["unit"]), self.alone(n)
            known = {families.key_of(e) for e in unit.entries} if unit else {("headers", n)}
            if "unknown" in alone and not known & {("headers", n), ("class", n)}:
                unit.entries.append([f"headers {n}"])
            if not {"wrong", "sizes"} & {*alone}:
                continue  # what only names in files do is not answered by asking for them
            for e in unit.entries if unit else ():
                if families.key_of(e) == ("class", n) and "  require false" not in e:
                    at = next(
                        (
                            i
                            for i, l in enumerate(e)
                            if i and not families.is_fact(l) and not families.is_remark(l)
                        ),
                        len(e),
                    )
                    if not families.LIKE.search(e[0]):
                        e.insert(at, "  require false")
                        self.how[n] = "asks for the headers"

    def follow(self):
        """Facts that no tree shows, and conversions of names in files."""
        import class_facts
        import conversions

        with open(f"{self.work}/classes.json") as f:
            stated = class_facts.with_outputs(json.load(f), self.rows)
        for unit, family in self.now.items():
            if not family.provenance.startswith("by hand"):
                family.entries = [class_facts.with_facts(e, unit, stated) for e in family.entries]
        for unit, lines in conversions.unit_lines().items():
            if unit not in self.now:
                continue
            family = self.now[unit]
            for new in families.entries(lines):
                place = next(
                    (
                        i
                        for i, e in enumerate(family.entries)
                        if families.key_of(e) == families.key_of(new)
                    ),
                    None,
                )
                if place is None:
                    family.entries.append(families.stamped(new, family, self.version))
                elif [l for l in family.entries[place] if not families.is_remark(l)] != new:
                    if any(l.strip().startswith("by hand") for l in family.entries[place]):
                        self.remarks.append(
                            f"{unit}: {new[0]} is by hand and not what the release has"
                        )
                    else:
                        family.entries[place] = families.stamped(new, family, self.version)

    def finish(self):
        """Writes the families, what was another way before, and the report."""
        series = lambda version: ".".join(version.split(".")[:2])
        last, before = families.newest(), self.before
        if last == self.version:  # a run that goes on: what the release before differs in is known
            last, over = families.overlays("0.0")[0]
            before = families.layered(
                {
                    u: f
                    for u, f in self.now.items()
                    if f"since {series(self.version)}" not in f.bounds
                },
                over,
            )
            last = open(f"{families.FOLDER}/until-{last}/RELEASE").read().split()[1]
        for unit, family in self.now.items():
            if unit not in self.before:
                family.bounds = [f"since {series(self.version)}"]
        folder = f"{families.FOLDER}/until-{series(last)}"
        earlier = families.earlier(before, self.now, last)
        for path in os.listdir(folder) if os.path.isdir(folder) else ():
            if path.endswith(".catalog") and path[:-8] not in earlier:
                os.remove(f"{folder}/{path}")
        families.write(earlier, folder)
        with open(f"{folder}/RELEASE", "w") as f:
            f.write(f"transformers {last}\n")
        families.write(self.now)
        with open(f"{families.FOLDER}/RELEASE", "w") as f:
            f.write(f"transformers {self.version}\n")

    def report(self):
        lines = [f"# The catalog for transformers {self.version}", ""]
        groups = collections.defaultdict(list)
        for n in self.names:
            how = (
                "exact" if self.first[n] == "exact" else self.how.get(n) or f"left: {self.kind[n]}"
            )
            groups[how].append(n)
        for how in sorted(groups, key=lambda h: (-len(groups[h]), h)):
            lines.append(f"{how}: {len(groups[how])}")
        for how in sorted(groups):
            if how != "exact":
                lines += ["", f"## {how}"] + [
                    f"{n} ({self.rows[n]['unit']}): {self.rows[n]['text'][:160]}".rstrip(": ")
                    for n in groups[how]
                ]
        by_hand = [r for r in self.remarks if "by hand" in r]
        lines += (
            ["", f"## by hand, and not what was recorded ({len(by_hand)})"]
            + by_hand
            + ["", "## remarks"]
            + [r for r in self.remarks if r not in by_hand]
        )
        return "\n".join(lines + ["", *table(self.rows)]) + "\n"


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("version")
    p.add_argument("--binary", required=True)
    p.add_argument("-k", type=int, default=2)
    p.add_argument("--processes", type=int, default=2)
    p.add_argument(
        "--by-hand",
        action="store_true",
        help="record all units with entries by hand, too, and try each without",
    )
    p.add_argument("--units", default="", help="with --by-hand: these alone")
    p.add_argument(
        "--no-observing", action="store_true", help="take the classes that were observed before"
    )
    p.add_argument("--seconds", type=float, default=1e9)
    p.add_argument("--report", default="")
    a = p.parse_args()
    sys.setrecursionlimit(20000)
    u = Update(a.version, a)
    os.makedirs(u.folder, exist_ok=True)
    if a.no_observing:
        u.names = sorted(f[:-8] for f in os.listdir(u.folder) if f.endswith(".json.gz"))
    else:
        u.timed("observed", u.observe)
    u.timed("verified", u.verify)
    u.stage("adapted", lambda: u.adapt([n for n in u.bad() if u.kind[n] != "unknown"]))
    u.stage(
        "adapted in place",
        lambda: u.adapt(
            [n for n in u.bad() if u.kind[n] in ("wrong", "sizes")],
            "cast where they are used",
            casts=True,
        ),
    )
    u.stage("recorded", lambda: u.record(u.units_to_record()))
    u.stage(
        "adapted again",
        lambda: u.adapt(
            [n for n in u.bad() if u.kind[n] in ("wrong", "sizes")], "recorded and edited"
        ),
    )
    u.stage("ground", u.ground)
    u.stage("settled", u.settle)
    u.stage("followed", u.follow)
    text = u.report()
    u.timed("written", u.finish)
    for path in os.listdir(u.work):
        if path.endswith(".pickle") or path == "verified.json":
            os.remove(f"{u.work}/{path}")
    open(a.report or f"{u.work}/report.md", "w").write(text)
    print(text.split("\n## ")[0])
    u.say("done: " + ", ".join(f"{name} {seconds:.0f} s" for name, seconds in u.times.items()))


OTHER_FILES = (
    "older files",
    "published checkpoints",
    "other configs",
)  # reasons that no config which was observed can tell about


def is_retried(old, new, unread):
    """Whether a recorded entry may take the place of another: not where this is by hand for files
    that are not observed, reads what no changed config tells (`unread`), or the recording leaves
    more cases of configs open (what a parameter may be is decided by the classes that hand it): a
    published config may be one of them."""
    if unread & alike.words([old]) - alike.words([new]):
        return False
    why = next((l for l in old if l.startswith("  by hand")), "")
    is_open = lambda l: (
        l.strip().startswith("require ")
        and "$" not in l
        or l.endswith(":= ?")
        or "?]" in l
        or "[?" in l
    )
    return not any(w in why for w in OTHER_FILES) and sum(map(is_open, new)) <= sum(
        map(is_open, old)
    )


def units_without_classes(known):
    """{unit: class} of configs that the auto classes build as classes of another family, and that
    are not known."""
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING_NAMES
    from transformers.models.auto.modeling_auto import MODEL_MAPPING_NAMES
    import transformers.models

    root = os.path.dirname(transformers.models.__file__)
    found = {}
    for unit in sorted(os.listdir(root)):
        files = os.listdir(f"{root}/{unit}") if os.path.isdir(f"{root}/{unit}") else []
        if (
            unit not in known
            and unit in CONFIG_MAPPING_NAMES
            and unit in MODEL_MAPPING_NAMES
            and not any(f.startswith("modeling_") for f in files)
        ):
            found[unit] = MODEL_MAPPING_NAMES[unit]
    return found


if __name__ == "__main__":
    main()
