"""Maps of the command, loaded by the reference -> LOADED.md.

usage: load_maps.py run WORK --binary device-map [--classes A,B] [--shard 0/2] [--most N] [--minutes N] [--again CLASSES]
           saves tiny models of many classes in variants of dtype, ties and shards, asks the command for a map by each policy on
           several budgets, loads each map by from_pretrained, and by accelerate's load_checkpoint_and_dispatch, and compares
           the logits with those of the model loaded plainly. Compares the maps with the references' own, and what `check` says
           of these, of the command's and of broken ones with what loading them does; the bytes in memory and of the cache with
           what the command says. A GPU is a text that torch reads as cpu and the libraries take for no cpu, so that hooks and
           offload run for real. WORK keeps a line a variant, and a second run goes on there
       load_maps.py table WORK [--table LOADED.md]
Pinned as catalog/requirements.txt, with accelerate 1.15.0; minutes of one core.
"""
import argparse
import collections
import copy
import datetime
import gc
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
AS = "as the reference's"
WARNED = "other logits, as warned"
SAID = "; the command says that it fails"
POLICIES = ("auto", "balanced_low_0", "sequential")
ACCELERATE = (("auto", "offload"), ("balanced_low_0", "disk"), ("sequential", "disk"))
ENDINGS = ("ForCausalLM", "LMHeadModel", "LMHead", "ForMaskedLM", "ForConditionalGeneration", "ForSequenceClassification", "ForTokenClassification", "ForQuestionAnswering", "ForImageClassification", "Model")
# The second is loaded by accelerate too; of the first broken maps are made.
VARIANTS = (("bfloat16", None, "5GB"), ("float32", "flipped", "20KB"))
BUDGETS = {"bfloat16": ("two", "disk"), "float32": ("offload", "disk")}
TOKENS = 7


# ------------------------------------------------------------------ the command
class Command:
    """The command, with the rules of the release that is installed."""

    def __init__(self, binary):
        import transformers
        self.binary, self.release = binary, ".".join(transformers.__version__.split(".")[:2])

    def ask(self, *words):
        run = subprocess.run([self.binary, *words, "--release", self.release], capture_output=True, text=True, timeout=60)
        return run.returncode, run.stdout, " ".join(run.stderr.split())

    def checks(self, folder, device_map):
        with open(f"{folder}/map.json", "w") as f:
            json.dump(device_map, f)
        code, out, message = self.ask("check", folder, f"{folder}/map.json", "--json")
        found = json.loads(out).get("findings", []) if out.strip() else []
        return code, " ".join(f["code"] for f in found if f["severity"] == "error") or message[:240], {f["code"] for f in found}

    def verdict(self, folder, device_map, result):
        """What `check` says, with the result of loading, in which what was warned of is told apart."""
        code, message, codes = self.checks(folder, device_map)
        return code, WARNED if result == "other logits" and "rounded-on-disk" in codes else result, message


def budgets(total):
    return dict(two=f"0={int(total * .6)}B,1={int(total * .6)}B,cpu={2 * total}B", offload=f"0={int(total * .35)}B,1={int(total * .3)}B,cpu={2 * total}B",
                disk=f"0={int(total * .3)}B,1={int(total * .3)}B,cpu={int(total * .2)}B")


def memory_of(text):
    memory = dict(part.split("=") for part in text.split(","))
    return {k: int(v.removesuffix("B")) for k, v in memory.items()}


# ------------------------------------------------------------------ loading
def without_device(model, device_map):
    """Tensors that no key covers and that are left on the cpu without a hook, which devices that are none do not show."""
    free = tuple(getattr(model, "_no_placement_params", None) or ())
    if set(device_map.values()) == {"cpu"}:
        return []
    return [n for n in model.state_dict() if not any(k == "" or n == k or n.startswith(k + ".") for k in device_map) and not n.endswith(free)]


def by_transformers(cls, folder, device_map, work):
    from tiny_models import logits, on_fakes
    offload = tempfile.mkdtemp(dir=work)
    try:
        model = cls.from_pretrained(folder, dtype="auto", device_map=on_fakes(device_map), offload_folder=offload).eval()
        lost = without_device(model, device_map)
        if lost:
            raise ValueError(f"{lost[0]} has no device and stays on the cpu, where no GPU reads it")
        kept = {k: getattr(v, "number", str(v)) for k, v in (getattr(model, "hf_device_map", None) or device_map).items()}
        return logits(model), kept == device_map or len(device_map) == 1
    finally:
        shutil.rmtree(offload, ignore_errors=True)


def by_accelerate(cls, folder, device_map, work):
    from accelerate import init_empty_weights, load_checkpoint_and_dispatch
    from accelerate.utils import check_device_map
    from tiny_models import logits, on_fakes
    offload, config = tempfile.mkdtemp(dir=work), cls.config_class.from_pretrained(folder)
    try:
        with init_empty_weights():
            model = cls._from_config(config, dtype=config.dtype)
        model.tie_weights()
        check_device_map(model, device_map)
        model = load_checkpoint_and_dispatch(model, folder, device_map=on_fakes(device_map), offload_folder=offload, dtype=config.dtype).eval()
        return logits(model), True
    finally:
        shutil.rmtree(offload, ignore_errors=True)


class Loader:
    """What loading a map comes to, each once."""

    def __init__(self, cls, folder, want, work, how):
        self.arguments, self.want, self.how, self.done = (cls, folder), want, how, {}
        self.work = work

    def result(self, device_map):
        from tiny_models import TimeLimit, same
        text = json.dumps(device_map)
        if text not in self.done:
            try:
                got, is_kept = self.how(*self.arguments, device_map, self.work)
                self.done[text] = "other logits" if not same(got, self.want) else "equal" if is_kept else "another hf_device_map"
            except TimeLimit:
                raise
            except BaseException as x:
                if isinstance(x, KeyboardInterrupt):
                    raise
                self.done[text] = f"raises {type(x).__name__}: {' '.join(str(x).split())[:160]}"
        return self.done[text]


# ------------------------------------------------------------------ a variant
def compared(row, command, source, loader, place, options, cases):
    """Asks for maps, loads them and the reference's, and notes both; the maps that were seen, by their text."""
    maps = {}
    for policy, key, limits in cases:
        code, out, message = command.ask("plan", source, "--policy", policy, "--max-memory", limits, *options)
        if not out.strip():
            row["maps"].append([*options[1:], policy, key, "no plan", message[:200]])
            continue
        ours, theirs = json.loads(out), None
        maps[json.dumps(ours)] = loader.result(ours)
        if policy != "optimal":
            try:
                theirs = {k: v for k, v in place(policy, memory_of(limits)).items()}
            except Exception as x:
                row["maps"].append([*options[1:], policy, key, "map", f"reference raises {type(x).__name__}"])
            else:
                row["maps"].append([*options[1:], policy, key, "map", AS if theirs == ours else "other"])
                maps[json.dumps(theirs)] = loader.result(theirs)
        result = loader.result(ours)
        if result == "other logits":
            result = command.verdict(source, ours, result)[1]
        if result not in ("equal", WARNED) and code == 1:
            result += SAID
        elif result not in ("equal", WARNED) and theirs is not None:
            result += "; it is the reference's own map" if theirs == ours else f"; with the reference's own map: {loader.result(theirs)}"
        row["maps"].append([*options[1:], policy, key, "load", result])
    return maps


def broken(device_map):
    """{what is wrong: a map} made of one that loads; whether each still loads is for the reference to say."""
    keys = list(device_map)
    parts = [k for k in keys if k.rsplit(".", 1)[-1] not in ("rotary_emb", "dropout", "drop", "act_fn")]
    gpus = [v for v in device_map.values() if isinstance(v, int)]
    out = dict(number_as_text={k: str(v) if isinstance(v, int) else v for k, v in device_map.items()}, unknown_device={**device_map, parts[0]: "gpu"},
               all_on_disk={"": "disk"}, wrapped={f"module.{k}": v for k, v in device_map.items()}, stranger={**device_map, "not_a.module": 0})
    if len(parts) > 1:
        out["first_missing"] = {k: v for k, v in device_map.items() if k != parts[0]}
        out["last_missing"] = {k: v for k, v in device_map.items() if k != parts[-1]}
        if gpus:
            out["first_on_cpu"] = {**{k: gpus[0] for k in keys}, keys[0]: "cpu"}
            out["first_on_disk"] = {**{k: gpus[0] for k in keys}, keys[0]: "disk"}
            out["last_on_disk"] = {**{k: gpus[0] for k in keys}, keys[-1]: "disk"}
    return out


def cache_bytes(model, command, folder):
    """[bytes of the cache after a prefill, what the command says]; nil where one of them says nothing."""
    from tiny_models import TimeLimit, outputs
    from record_memory_caches import sizes
    try:
        found = outputs(model, use_cache=True)
        cache = getattr(found, "past_key_values", None)
        cache = cache if cache is not None else found.cache_params
        held = sum(sizes(cache)[0])
    except TimeLimit:
        raise
    except Exception:
        return None
    tokens = 4 if getattr(model.config, "is_encoder_decoder", False) else TOKENS
    code, out, _ = command.ask("fit", folder, "--json", "--context", str(tokens), "--source", str(TOKENS), "--gpu", "80GiB", "--reserve", "0")
    told = json.loads(out).get("kv_cache_bytes") if not code else None
    return None if told is None else [held, told]


def variant(cls, command, work, dtype, ties, shard):
    import torch
    from record_plans import place
    from tiny_models import build, bytes_in_memory, logits
    from transformers.modeling_utils import ContextManagers
    row = dict(maps=[], check=[], broken=[], cache=None)
    with tempfile.TemporaryDirectory(dir=work) as folder, tempfile.TemporaryDirectory(dir=work) as own:
        model = build(cls, dtype, ties)
        model.save_pretrained(folder, max_shard_size=shard)
        plain = cls.from_pretrained(folder, dtype="auto").eval()
        # Running may change what is held (CTRL casts its positions).
        held, want = bytes_in_memory(plain), logits(plain)
        code, out, message = command.ask("tree", folder, "--json")
        if code:
            return dict(error=message[:200])
        tree = json.loads(out)
        row["sizes"], row["cache"] = [held, tree["loaded_bytes"]], cache_bytes(plain, command, folder)
        with ContextManagers(cls.get_init_context(getattr(torch, dtype), False, False, None)):
            meta = cls(copy.deepcopy(plain.config))
        limits = {k: v for k, v in budgets(tree["total_bytes"]).items() if k in BUDGETS[dtype]}
        loader = Loader(cls, folder, want, work, by_transformers)
        maps = compared(row, command, folder, loader, lambda p, m: place(meta, "transformers", p, m), [],
                        [(p, k, v) for k, v in limits.items() for p in (*POLICIES, "optimal")])
        if maps and not ties:
            widest = max(map(json.loads, maps), key=lambda m: (any(isinstance(v, int) for v in m.values()), len(set(m.values()))))
            for name, device_map in broken(widest).items():
                code, result, message = command.verdict(folder, device_map, loader.result(device_map))
                row["broken"].append([name, code, result, message])
        if ties:
            model.save_pretrained(own, max_shard_size=shard, save_original_format=False)
            meta.tie_weights()
            dispatcher = Loader(cls, own, want, work, by_accelerate)
            row["dispatch"] = dispatcher.result({"": 0})
            if row["dispatch"] == "equal":
                theirs = compared(row, command, own, dispatcher, lambda p, m: place(meta, "accelerate", p, m), ["--engine", "accelerate"],
                                  [(p, k, limits[k]) for p, k in ACCELERATE])
                maps.update({text: loader.result(json.loads(text)) for text in theirs if text not in maps})
        for text, result in maps.items():
            code, result, message = command.verdict(folder, json.loads(text), result)
            row["check"].append([code, result, "" if agrees(code, result) else message])
    return row


def wanted(a):
    """Names of classes with the variants of each: both of every other one, one of the others."""
    import observe
    names = a.classes.split(",") if a.classes else [n for n in observe.architecture_names() if n.endswith(ENDINGS)]
    if not a.classes:
        random.Random(5).shuffle(names)
        names.sort(key=lambda n: min(i for i, e in enumerate(ENDINGS) if n.endswith(e)))
    part, parts = map(int, a.shard.split("/"))
    for i, name in list(enumerate(names))[part::parts][::-1 if a.reverse else 1]:
        # Here and not for all: each takes its file of the library in.
        yield observe.model_class(name), VARIANTS if a.classes or i % 4 < 2 else VARIANTS[(i // 4) % 2:][:1]


def run(a):
    os.environ["TQDM_DISABLE"] = "1"
    from limits import result_of
    from tiny_models import CPU_SECONDS
    import accelerate
    import torch
    import transformers
    transformers.utils.logging.disable_progress_bar()
    os.makedirs(a.work, exist_ok=True)
    path = f"{a.work}/variants{a.shard[0]}.jsonl"
    again = set(a.again.split(","))
    lines = [line for line in open(path)] if os.path.exists(path) else []
    lines = [line for line in lines if json.loads(line)["class"] not in again]
    with open(path, "w") as f:
        f.writelines(lines)
    done = {(r["class"], r["variant"]) for r in map(json.loads, lines)}
    count = len({r["class"] for r in map(json.loads, lines) if "error" not in r})
    open(f"{a.work}/versions.txt", "w").write(f"torch {torch.__version__}, transformers {transformers.__version__}, accelerate {accelerate.__version__}")
    command, end = Command(a.binary), time.time() + a.minutes * 60
    for cls, variants in wanted(a):
        if cls is None:
            continue
        if count >= a.most:
            break
        isGood = False
        # accelerate collects garbage for each tensor that it loads; the libraries, which stay, need not be looked through each time.
        gc.collect()
        gc.freeze()
        for dtype, ties, shard in variants:
            key = f"{dtype} {ties or ''} {shard}"
            if (cls.__name__, key) in done:
                continue
            if time.time() > end:
                print("the time is up: run again to go on", flush=True)
                return
            row = result_of(lambda: variant(cls, command, a.work, dtype, ties, shard), CPU_SECONDS)
            isGood = isGood or "error" not in row
            with open(path, "a") as f:
                f.write(json.dumps({"class": cls.__name__, "variant": key, **row}) + "\n")
        count += isGood
    print("all variants are done", flush=True)


# ------------------------------------------------------------------ the table
def agrees(code, result):
    return (code == 0) == (result in ("equal", WARNED))


def policy_rows(good, bad):
    for engine in ("", "accelerate"):
        for policy in (*POLICIES, "optimal"):
            own = [(r, m) for r in good for m in r["maps"] if (m[0] == "accelerate") == bool(engine) and m[-4] == policy]
            maps = [m for _, m in own if m[-2] == "map" and not m[-1].startswith("reference raises")]
            loads = [(r, m) for r, m in own if m[-2] == "load"]
            equal = sum(m[-1] == "equal" for _, m in loads)
            warned = sum(m[-1] == WARNED for _, m in loads)
            said = [m for _, m in loads if m[-1].endswith(SAID)]
            theirs = [m for _, m in loads if "the reference's own map" in m[-1] and "own map: equal" not in m[-1]]
            bad += [(r, m) for r, m in own if m[-2] == "no plan" or m[-1] == "other" or m[-2] == "load" and m[-1] not in ("equal", WARNED) and m not in theirs + said]
            if own:
                yield f"| {engine or 'transformers'} | {policy} | {len(maps)} | {sum(m[-1] == AS for m in maps)} | {len(loads)} | {equal} | {warned} | {len(said)} | {len(theirs)} | {len(loads) - equal - warned - len(said) - len(theirs)} |"


def check_lines(good, differing):
    checks = [(r, c) for r in good for c in r["check"]]
    loads = [c for _, c in checks if c[1] in ("equal", WARNED)]
    others = [c for _, c in checks if c[1] not in ("equal", WARNED)]
    yield (f"`check`: of {len(loads)} maps of the command and of the references that load with equal logits, or others of which a warning tells, it accepts {sum(c[0] == 0 for c in loads)}; "
           f"of {len(others)} others it rejects {sum(c[0] != 0 for c in others)}.")
    yield from ("", "Maps changed so that they may not load:", "", "| change | maps | load with equal logits | accepted of these | raise or differ | rejected of these |", "|-|-:|-:|-:|-:|-:|")
    kinds = collections.defaultdict(list)
    for r in good:
        for name, code, result, message in r["broken"]:
            kinds[name].append((code, result))
            if not agrees(code, result):
                differing.append((r, [code, f"{name}: {result}", message]))
    for name, some in kinds.items():
        fine, wrong = [c for c, result in some if result in ("equal", WARNED)], [c for c, result in some if result not in ("equal", WARNED)]
        yield f"| {name.replace('_', ' ')} | {len(some)} | {len(fine)} | {sum(c == 0 for c in fine)} | {len(wrong)} | {sum(c != 0 for c in wrong)} |"
    differing += [(r, c) for r, c in checks if not agrees(c[0], c[1])]


def table(a):
    rows = {(r["class"], r["variant"]): r for path in sorted(glob.glob(f"{a.work}/variants*.jsonl")) for r in map(json.loads, open(path))}
    rows = list(rows.values())
    good, failed = [r for r in rows if "error" not in r], [r for r in rows if "error" in r]
    bad, differing = [], []
    sizes, caches = [r["sizes"] for r in good], [r["cache"] for r in good if r["cache"]]
    dispatched = [r for r in good if r.get("dispatch")]
    label = lambda r: f"{r['class']} ({r['variant'].strip()})"
    out = ["# Maps of the command, loaded by the references", "",
           f"{datetime.date.today()}; {open(f'{a.work}/versions.txt').read()}. Written by `load_maps.py`: {len({r['class'] for r in good})} classes, {len(good)} variants of dtype, ties and "
           f"shards that the reference builds, saves and runs; two budgets each. accelerate's `load_checkpoint_and_dispatch` was tried with {len(dispatched)} of them and loads {sum(r['dispatch'] == 'equal' for r in dispatched)} whole; its maps are loaded by it.", "",
           "| engine | policy | maps | as the reference's | loads | equal logits | other logits, which a warning tells | fails, as the plan's status and finding say | fails with the reference's own map too | fails otherwise |",
           "|-|-|-:|-:|-:|-:|-:|-:|-:|-:|",
           *policy_rows(good, bad), "",
           f"Bytes in memory of the model loaded plainly: {sum(x == y for x, y in sizes)} of {len(sizes)} as `tree --json` says (`loaded_bytes`). "
           f"Bytes of the cache after a prefill: {sum(x == y for x, y in caches)} of {len(caches)} as `fit --json` says (`kv_cache_bytes`).", "",
           *check_lines(good, differing), "", "## What differs", ""]
    out += [f"* {label(r)}: {', '.join(m[:-2])}: {m[-2]}: {m[-1]}" for r, m in bad]
    out += [f"* {label(r)}: {r['sizes'][0]} bytes in memory, {r['sizes'][1]} told" for r in good if r["sizes"][0] != r["sizes"][1]]
    out += [f"* {label(r)}: {r['cache'][0]} bytes of cache, {r['cache'][1]} told" for r in good if r["cache"] and r["cache"][0] != r["cache"][1]]
    out += [f"* {label(r)}: check {c[0]}: {c[1][:120]}: {c[2]}" for r, c in differing]
    reasons = collections.Counter(r["error"][:90] for r in failed)
    out += ["", f"## Not run ({len(failed)} variants)", "", *[f"* {n} x {reason}" for reason, n in reasons.most_common()]]
    text = "\n".join(out) + "\n"
    if a.table:
        open(a.table, "w").write(text)
    print(text)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("stage", choices=("run", "table"))
    p.add_argument("work")
    p.add_argument("--binary", default="device-map")
    p.add_argument("--classes", default="")
    p.add_argument("--again", default="")
    p.add_argument("--shard", default="0/1")
    p.add_argument("--reverse", action="store_true", help="the last classes first, for a run beside another")
    p.add_argument("--most", type=int, default=10**9)
    p.add_argument("--minutes", type=float, default=1e9)
    p.add_argument("--table")
    a = p.parse_args()
    (run if a.stage == "run" else table)(a)


if __name__ == "__main__":
    main()
