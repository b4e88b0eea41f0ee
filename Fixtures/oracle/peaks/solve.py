"""Peaks of a class in closed form."""
from fractions import Fraction

import numpy as np

from cases import Case, build, record
from configs import CODEBOOKS, EXPERTS, EXPERTS_IN_LOOP, NO_EXPERTS, derived, fields_of, with_common_names
from expressions import Names
from parts import part
from polynomials import plus, scaled, text, times, value

PREFERRED = ("B", "S", "T", "N", "U", "hidden_size", "intermediate_size", "num_attention_heads", "num_key_value_heads", "vocab_size", "qk_rope_head_dim", "head_dim")


class Unsolved(Exception): pass


def decoder_config(config, phase="prefill"):
    if getattr(config, "is_encoder_decoder", False): return part(config, phase)
    return config.get_text_config(decoder=True)


def numbers_of(config, batch, new, past, source=0):
    fields = with_common_names(config, fields_of(config))
    out = {"B": batch} if batch > 1 else {}
    if new > 1: out.update({"S": new, "S16": -(-new // 16) * 16})
    if source: out.update({"N": source, "N16": -(-source // 16) * 16})
    if past: out.update({"T": new + past, "T16": -(-(new + past) // 16) * 16})
    # Keys of the prompt and of the encoder in one attention.
    if config.model_type.startswith("t5gemma2"): out["TN16"] = -(-(new + past + source) // 16) * 16
    window = next((fields[name] for name in ("sliding_window", "attention_window_size", "attention_chunk_size") if name in fields), None)
    if window and new > 1 and past: out.update({"U": new + window - 1, "U16": -(-(new + window - 1) // 16) * 16})
    out.update(fields)
    out.update(derived(config, fields))
    return out


SOURCES = [71, 45, 97]
LENGTHS = {"encode": [(0, 0)] * 3, "prefill": [(67, 0), (101, 0), (83, 0)], "decode": [(1, 66), (1, 100), (1, 82)], "piece": [(29, 70), (61, 101), (43, 83)]}
BATCHES = [3, 5, 2]


def source_of(model, wanted):
    """Tokens of the encoder's input; 0 without an encoder, and as many as the config says where no other length is taken."""
    if not getattr(model.config, "is_encoder_decoder", False): return 0
    return getattr(model.config, "max_source_positions", None) or wanted if model.main_input_name == "input_features" else wanted


def aligned(models, case, lengths=None, batches=BATCHES):
    runs = []
    for index, (model, (new, past), batch) in enumerate(zip(models, lengths or LENGTHS[case.phase], batches)):
        source = source_of(model, SOURCES[index])
        runs.append((record(model, case, batch, new, past, source), numbers_of(decoder_config(model.config, case.phase), batch, new, past, source)))
    return runs


def storages_in_names(runs):
    """The size of each storage as a polynomial (in bytes), or None."""
    first = runs[0][0].signature()
    if any(recording.signature() != first for recording, _ in runs[1:]): raise Unsolved("other operators for other configs")
    names = Names({name: tuple(numbers[name] for _, numbers in runs) for name in runs[0][1] if all(name in numbers for _, numbers in runs)}, PREFERRED)
    sizes = []
    for serial in range(len(runs[0][0].storages)):
        storages = [recording.storages[serial] for recording, _ in runs]
        sides = [names.expression(side) for side in zip(*(s.sides for s in storages))]
        size = None
        if all(side is not None for side in sides):
            size = {("bytes",): 1} if storages[0].follows else {(): storages[0].width}
            for side in sides: size = times(size, side)
        else:
            found = names.expression(tuple(s.bytes // s.width for s in storages))
            if found is not None: size = times(found, {("bytes",): 1} if storages[0].follows else {(): storages[0].width})
        sizes.append(size if size is None else by_constants(size, runs[0][1]))
    return sizes


def by_constants(size, numbers):
    """The names of numbers that are the same in all runs: layers, where something is made for all of them at once, and experts
    that are looped over."""
    constants = {}
    if "hidden_size_per_layer_input" in numbers: constants[numbers["num_hidden_layers"]] = ("hidden_size_per_layer_input", {("num_hidden_layers",): 1})
    experts = next((name for name in EXPERTS if numbers.get(name) == EXPERTS_IN_LOOP), None)
    if experts: constants[EXPERTS_IN_LOOP] = (None, {(experts,): 1})
    if experts and "zero_expert_num" in numbers: constants[EXPERTS_IN_LOOP + NO_EXPERTS] = (None, {(experts,): 1, ("zero_expert_num",): 1})
    out = {}
    for names, factor in size.items():
        found = next(((number, poly) for number, (beside, poly) in constants.items() if factor % number == 0 and (beside is None or beside in names)), None)
        out = plus(out, {names: factor} if found is None else times({names: factor // found[0]}, found[1]))
    return out


def forms(recording, sizes):
    """What is alive after each operator, less what another step has as well and more."""
    steps, live, unknown = [], {}, set()
    fresh = False
    for sign, what in recording.walk():
        if sign:
            if sizes[what] is None:
                unknown.add(what) if sign > 0 else unknown.discard(what)
            else: live = plus(live, sizes[what], sign)
            fresh = fresh or sign > 0
        elif fresh:
            steps.append((live, frozenset(unknown)))
            fresh = False
    return steps


def with_codebooks(poly, numbers):
    """Logits that are made head by head: as many as there are codebooks, a number that nothing else has. None while some of
    them are still to be made: the last step has more."""
    if numbers.get("num_codebooks") != CODEBOOKS: return poly
    out = {}
    for names, factor in poly.items():
        counted = "vocab_size" in names and "num_codebooks" not in names
        if counted and factor % CODEBOOKS: return None
        out = plus(out, {tuple(sorted((*names, "num_codebooks"))): factor // CODEBOOKS} if counted else {names: factor})
    return out


def distinct(steps):
    found = {}
    for live, _ in steps: found.setdefault(tuple(sorted(live.items())), live)
    return list(found.values())


def plausible(polys, runs, samples=12000, seed=7):
    """{name: values} of plausible widths and lengths, and at the end those of the runs. Lengths that people ask for, and any
    between them: a step may be the highest in a narrow range alone."""
    rng = np.random.default_rng(seed)
    names = sorted({name for poly in polys for term in poly for name in term} | {"B", "S", "T", "U", "N"})
    count = samples + len(runs)
    drawn = {}
    for name in names:
        base = np.array([runs[i % len(runs)].get(name, 1) for i in range(count)], dtype=float)
        # Published mixtures have many times as many experts as those that are recorded.
        scale = np.concatenate([2 ** rng.uniform(-2.2, 5 if name in EXPERTS else 2.2, samples), np.ones(len(runs))])
        drawn[name] = np.maximum(1, np.floor(base * scale))
    anything = lambda least: np.floor(2 ** rng.uniform(least, 17, samples))
    either = lambda chosen, least: np.where(rng.random(samples) < 0.5, rng.choice(chosen, samples).astype(float), anything(least))
    new = either([33, 100, 100, 1000, 4097, 8192, 33000, 131072], 1)
    past = either([1, 99, 4096, 8192, 33000, 131072], 0)
    for name, values in (("B", rng.choice([1, 2, 3, 8, 32], samples)), ("S", new), ("T", new + past if "S" in runs[0] else past), ("N", either([64, 512, 1500, 4096], 4)), ("num_codebooks", rng.choice([4, 8, 9], samples)), ("vocab_size", rng.choice([1000, 4000, 32000, 50000, 128000, 256000], samples))):
        if name in drawn and name in runs[0]: drawn[name][:samples] = values
    if "C" in drawn: drawn["C"][:samples] = np.ceil(new / rng.choice([64, 128, 256], samples)) if "S" in runs[0] else new
    for name, side in (("S16", "S"), ("T16", "T"), ("U16", "U"), ("N16", "N")): drawn[name] = np.ceil(drawn[side] / 16) * 16
    drawn["TN16"] = np.ceil((drawn["T" if "T" in runs[0] else "S"] + drawn["N"]) / 16) * 16
    drawn["bytes"] = np.full(count, 2.0)
    return drawn


def table_of(polys, drawn):
    """The value of each polynomial for each of the drawn."""
    count = len(drawn["bytes"])
    table = np.zeros((len(polys), count))
    for index, poly in enumerate(polys):
        for term, factor in poly.items():
            product = np.full(count, float(factor))
            for name in term: product = product * drawn[name]
            table[index] += product
    return table


def likely(polys, runs):
    """Those that are the largest for some plausible widths and lengths, in the order of how often they are."""
    wins = np.bincount(table_of(polys, plausible(polys, [numbers for _, numbers in runs])).argmax(axis=0), minlength=len(polys))
    return [polys[i] for i in sorted(range(len(polys)), key=lambda i: -wins[i]) if wins[i]]


class Forms:
    """The forms of one case: polynomials whose maximum is the peak."""

    def __init__(self, polys): self.polys = polys

    def bytes(self, numbers, width=2):
        try: return max(int(value(poly, {"B": 1, "S": 1, "S16": 16, **numbers, "bytes": width})) for poly in self.polys)
        except KeyError: return None

    def says_the_same(self, other, numbers, bound):
        """Whether the peaks are equal where some numbers are bound to others, or to a number."""
        drawn = plausible(self.polys + other.polys, [numbers])
        for name, value in bound.items():
            if name in drawn: drawn[name] = drawn[value] if isinstance(value, str) and value in drawn else np.full(len(drawn["bytes"]), float(value if not isinstance(value, str) else numbers[value]))
        for name in drawn:
            parts = name[1:-1].split(" // ") if name.startswith("(") else []
            if len(parts) == 2 and all(part in drawn for part in parts): drawn[name] = drawn[parts[0]] // drawn[parts[1]]
        return bool((table_of(self.polys, drawn).max(axis=0) == table_of(other.polys, drawn).max(axis=0)).all())

    def texts(self): return [text(poly) for poly in self.polys]

    def json(self): return [[[list(names), str(factor)] for names, factor in poly.items()] for poly in self.polys]

    @staticmethod
    def of(data): return Forms([{tuple(names): Fraction(factor) for names, factor in poly} for poly in data])


def solve(models, case, lengths=None, batches=BATCHES):
    """The forms of a case from three models; what they do not explain is an error."""
    runs = aligned(models, case, lengths, batches)
    sizes = storages_in_names(runs)
    steps = forms(runs[0][0], sizes)
    known = [poly for poly in (with_codebooks(step, runs[0][1]) for step in distinct([step for step in steps if not step[1]])) if poly is not None]
    found = Forms(likely(known, runs))
    for recording, numbers in runs:
        said, measured = found.bytes(numbers), recording.peak()[0]
        if said != measured: raise Unsolved(f"{said} said, {measured} measured; unknown sides {[s.sides for serial, s in enumerate(runs[0][0].storages) if sizes[serial] is None][:3]}")
    return found


class Measured(tuple):
    """(bytes, numbers), with the structure of the pass."""

    def __new__(cls, bytes, numbers, structure):
        found = super().__new__(cls, (bytes, numbers))
        found.structure = structure
        return found


def measure(model, case, batch, new, past=0, source=59):
    source = source_of(model, source)
    recording = record(model, case, batch, new, past, source)
    numbers = numbers_of(decoder_config(model.config, case.phase), batch, new, past, source)
    return Measured(recording.peak()[0], numbers, recording.structure())
