"""Trees of real models on the meta device, kept in build/real_trees: one default and some random valid configs per class.

usage: real_trees.py [-k RANDOM] [--shard 0/2] [--classes A,B | --generates] [--seed WORD] [--folder FOLDER]
Classes that cannot be built from their default config get the fields of presets.json. Another seed gives other random configs; --generates takes the *ForCausalLM, *LMHeadModel and *ForConditionalGeneration classes alone.
"""
import argparse
import gzip
import json
import os
import random
import signal

import environment
import torch
import transformers
from transformers.models.auto import modeling_auto

import random_configs
from presets import preset

FOLDER = 'build/real_trees'
SECONDS_PER_MODEL = 20


class TimeLimit(Exception): pass


def architecture_names():
    """Every class name that the library registers for a task, sorted."""
    names = set()
    for table in dir(modeling_auto):
        if table.endswith('_MAPPING_NAMES') and not table.startswith('CONFIG'):
            for entry in getattr(modeling_auto, table).values(): names.update(entry if isinstance(entry, (tuple, list)) else [entry])
    return sorted(n for n in names if isinstance(n, str) and not n.endswith('Config'))


def model_class(name):
    cls = getattr(transformers, name, None)
    return cls if isinstance(cls, type) and issubclass(cls, transformers.PreTrainedModel) and getattr(cls, 'config_class', None) else None


def shared_modules(model):
    """{path: the first path of the same module object}."""
    first, same = {}, {}
    for path, m in model.named_modules(remove_duplicate=False):
        if first.setdefault(id(m), path) != path: same[path] = first[id(m)]
    return same


def tree_of(cls, raw):
    """The module tree of a model built in bfloat16, so that tensors of a fixed dtype can be told from those that follow the model."""
    config = cls.config_class.from_dict(json.loads(json.dumps(raw)))
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)
    try:
        with torch.device('meta'): model = cls(config)
    finally: torch.set_default_dtype(before)
    return tree_of_model(model)


def tree_of_model(model):
    unsaved = {(path + '.' if path else '') + name for path, m in model.named_modules(remove_duplicate=False) for name in m._non_persistent_buffers_set}
    dtype = lambda t: str(t.dtype)[6:]
    return dict(
        same=shared_modules(model), modules=[[path, type(m).__name__] for path, m in model.named_modules(remove_duplicate=False)],
        parameters=[[n, list(p.shape), dtype(p)] for n, p in model.named_parameters(remove_duplicate=False)],
        buffers=[[n, list(b.shape), dtype(b), n not in unsaved] for n, b in model.named_buffers(remove_duplicate=False)],
        tied=dict(getattr(model, 'all_tied_weights_keys', {})), no_split=sorted(model._no_split_modules or []),
        no_placement=sorted(getattr(model, '_no_placement_params', None) or []), base=model.base_model_prefix)


GENERATES = ('ForCausalLM', 'LMHeadModel', 'LMHead', 'ForConditionalGeneration')


def cases(name, count, seed):
    """[(raw config, tree)]: the default config first if it builds, then up to count random ones; the reason if none builds."""
    cls = model_class(name); rng = random.Random(seed + name); found, reason = [], ''
    def ring(*_): raise TimeLimit('time limit')
    signal.signal(signal.SIGALRM, ring)
    def limited(step):
        signal.alarm(SECONDS_PER_MODEL)
        try: return step()
        finally: signal.alarm(0)
    given = preset(name)
    try: base = limited(lambda: cls.config_class.from_dict(json.loads(json.dumps(given))))
    except BaseException as x: return [], f'config: {type(x).__name__}: {x}'
    for attempt in range(1 + count * 6):
        try:
            raw = given if attempt == 0 else {**json.loads(json.dumps(random_configs.mutate(base, rng), default=str)), **given}
            found.append((raw, limited(lambda: tree_of(cls, raw))))
        except KeyboardInterrupt: raise
        except BaseException as x: reason = reason or f'{type(x).__name__}: {str(x).strip()}'[:200]
        if len(found) >= 1 + count: break
    return found, reason


def load(name, folder=FOLDER):
    path = f'{folder}/{name}.json.gz'
    return json.load(gzip.open(path, 'rt')) if os.path.exists(path) else None


def main():
    p = argparse.ArgumentParser()
    p.add_argument('-k', type=int, default=3); p.add_argument('--shard', default='0/1'); p.add_argument('--classes', default='')
    p.add_argument('--seed', default='verify'); p.add_argument('--folder', default=FOLDER); p.add_argument('--generates', action='store_true')
    a = p.parse_args(); os.makedirs(a.folder, exist_ok=True)
    i, n = map(int, a.shard.split('/'))
    names = a.classes.split(',') if a.classes else [x for x in architecture_names() if not a.generates or x.endswith(GENERATES)][i::n]
    for name in names:
        path = f'{a.folder}/{name}.json.gz'
        if os.path.exists(path) and not a.classes or model_class(name) is None: continue
        found, reason = cases(name, a.k, a.seed)
        with gzip.open(path, 'wt', compresslevel=3) as f: json.dump(dict(cases=found, reason=reason), f)
        print(name, len(found), reason, flush=True)


if __name__ == '__main__': main()
