"""Compare the catalog with real models: default and random configs of every class, and real config files.

usage: verify.py CATALOG [--classes A,B] [--units a,b] [--results FILE] [--table FILE] [--corpus FOLDER]
The real trees come from build/real_trees (see real_trees.py).
"""
import argparse
import collections
import datetime
import json
import os
import signal
import sys

import families
from evaluate_catalog import CatalogText, NeedsHeaders, dump

SECONDS_PER_TREE = 30
CATEGORIES = (
    ('decoder-only ForCausalLM', ('ForCausalLM', 'LMHeadModel', 'LMHead')),
    ('ForConditionalGeneration', ('ForConditionalGeneration',)),
    ('text heads', ('ForSequenceClassification', 'ForTokenClassification', 'ForQuestionAnswering', 'ForMaskedLM', 'ForMultipleChoice', 'ForNextSentencePrediction',
                    'ForPreTraining', 'QuestionAnsweringSimple', 'ForMultipleChoice')),
    ('vision heads', ('ImageClassification', 'ObjectDetection', 'Segmentation', 'DepthEstimation', 'MaskedImageModeling', 'VideoClassification', 'ImageMatting', 'PoseEstimation',
                      'KeypointDetection', 'KeypointMatching', 'ForImageSuperResolution', 'ForImageToImage', 'ForTextRecognition', 'ForTableRecognition', 'ConvProcessing', 'Fourier', 'Learned',
                      'WithTeacher', 'NormalEstimation', 'PointmapEstimation', 'ImageMatching')),
    ('audio heads', ('AudioClassification', 'AudioFrameClassification', 'XVector', 'CTC', 'SpeechSeq2Seq', 'ToSpeech', 'TextToSpectrogram', 'TextToWaveform', 'RNNT', 'TDT')),
    ('base models and backbones', ('Model', 'Backbone', 'Encoder', 'Decoder')),
)


def category(name):
    for label, ends in CATEGORIES:
        if name.endswith(ends): return label
    return 'other'


class TimeLimit(Exception): pass


def limited(step):
    def ring(*_): raise TimeLimit('time limit')
    signal.signal(signal.SIGALRM, ring); signal.alarm(SECONDS_PER_TREE)
    try: return step()
    finally: signal.alarm(0)


def difference(real, ours):
    """The first difference between two trees, or None."""
    for k in ('modules', 'parameters', 'buffers'):
        if real[k] == ours[k]: continue
        for x, y in zip(real[k], ours[k]):
            if x != y: return f'{k}: {x} in the model, {y} in the catalog'
        longer, rest = ('model', real[k][len(ours[k]):]) if len(real[k]) > len(ours[k]) else ('catalog', ours[k][len(real[k]):])
        return f'{k}: {rest[0]} only in the {longer}'
    for k in ('tied', 'no_split', 'no_placement', 'base'):
        if real[k] != ours[k]: return f'{k}: {str(real[k])[:90]} in the model, {str(ours[k])[:90]} in the catalog'
    return None


def outcome(catalog, name, raw, real):
    try: return limited(lambda: difference(real, dump(catalog.build(name, raw))))
    except NeedsHeaders as x: return f'HEADERS {x}'[:160]
    except Exception as x: return f'ERROR {type(x).__name__}: {x}'[:200]


def verify_classes(catalog, names, load, results=None):
    rows = []
    for name in names:
        stored = load(name)
        if stored is None: continue
        row = dict(name=name, unit=catalog.units.get(name, ''), reason=stored['reason'] if not stored['cases'] else '', differences=[outcome(catalog, name, raw, tree) for raw, tree in stored['cases']])
        rows.append(row)
        if results: results.write(json.dumps(row) + '\n'); results.flush()
    return rows


def state(row):
    if not row['differences']: return 'not buildable'
    bad = [d for d in row['differences'] if d]
    return 'exact' if not bad else 'needs headers' if all(d.startswith('HEADERS') for d in bad) else 'wrong'


def table(rows):
    states = ('exact', 'needs headers', 'wrong', 'not buildable')
    count = collections.defaultdict(collections.Counter); configs = collections.defaultdict(collections.Counter)
    for r in rows:
        for c in (category(r['name']), 'all'):
            count[c][state(r)] += 1
            configs[c]['all'] += len(r['differences']); configs[c]['exact'] += sum(d is None for d in r['differences'])
    out = ['| category | classes | exact | needs headers | wrong | not buildable | exact of buildable | configs exact |', '|-|-|-|-|-|-|-|-|']
    for c in [label for label, _ in CATEGORIES] + ['other', 'all']:
        k = count[c]; total = sum(k.values()); buildable = total - k['not buildable']
        share = f"{100 * k['exact'] / buildable:.1f} %" if buildable else '-'
        out.append(f"| {c} | {total} | " + ' | '.join(str(k[s]) for s in states) + f" | {share} | {configs[c]['exact']} of {configs[c]['all']} |")
    return out


def failures(rows):
    out = []
    for s in ('wrong', 'needs headers', 'not buildable'):
        chosen = [r for r in rows if state(r) == s]
        if chosen: out += ['', f'## {s.capitalize()} ({len(chosen)})', '']
        for r in chosen:
            why = r['reason'] or next(d for d in r['differences'] if d and (s == 'needs headers' or not d.startswith('HEADERS')))
            out.append(f"* {r['name']} ({r['unit'] or 'not recorded'}): {' '.join(why.replace('HEADERS ', '').split())[:150]}")
    return out


# ------------------------------------------------------------------ real config files
def unique_parameters(node_dump):
    """Number of elements of all parameters, tied ones once."""
    total = 0
    for name, shape, _ in node_dump['parameters']:
        if name in node_dump['tied']: continue
        n = 1
        for x in shape: n *= x
        total += n
    return total


def verify_corpus(catalog, folder):
    """[(file, architecture, outcome)] for the real config files whose parameter count is known."""
    rows = []
    for line in open(f'{folder}/index.jsonl'):
        entry = json.loads(line)
        if entry['oracle_unique_params'] is None: continue
        raw = json.load(open(f"{folder}/{entry['file']}")); name = (raw.get('architectures') or [None])[0]
        try:
            got = limited(lambda: dump(catalog.build(name, raw)))
            n = unique_parameters(got)
            why = None if n == entry['oracle_unique_params'] else f"{n} parameters, expected {entry['oracle_unique_params']}"
            if why is None and sorted(entry['oracle_no_split'] or []) != got['no_split']: why = f"no_split {got['no_split']}, expected {entry['oracle_no_split']}"
        except NeedsHeaders as x: why = f'HEADERS {x}'[:160]
        except Exception as x: why = f'ERROR {type(x).__name__}: {x}'[:200]
        rows.append((entry['file'], name, why))
    return rows


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--classes', default=''); p.add_argument('--units', default='')
    p.add_argument('--refused', default='')
    p.add_argument('--results', default=''); p.add_argument('--table', default=''); p.add_argument('--corpus', default='')
    a = p.parse_args(); sys.setrecursionlimit(20000)
    text = families.text()
    catalog = CatalogText(text)
    if a.corpus:
        rows = verify_corpus(catalog, a.corpus)
        for file, name, why in rows:
            if why: print(f'{file} {name}: {why}')
        print(f'{sum(w is None for _, _, w in rows)} of {len(rows)} real config files exact'); return
    import real_trees
    names = a.classes.split(',') if a.classes else real_trees_names()
    names = [n for n in names if not a.units or catalog.units.get(n) in a.units.split(',')]
    rows = verify_classes(catalog, names, real_trees.load, open(a.results, 'w') if a.results else None)
    lines = table(rows) + failures(rows)
    print('\n'.join(lines))
    if a.refused: open(a.refused, 'w').writelines(r['name'] + '\n' for r in rows if state(r) == 'wrong')
    if a.table:
        head = [f'# What the catalog reproduces', '', f"{text.split(chr(10), 1)[0]}, {datetime.date.today()}. Each class with its default config and up to three random valid ones that were not used for recording; "
                '"exact": the same modules, classes, tensors, shapes, dtypes, ties and no-split classes from config.json alone, at all of them.', '']
        open(a.table, 'w').write('\n'.join(head + lines) + '\n')


def real_trees_names():
    import real_trees
    return sorted(f[:-8] for f in os.listdir(real_trees.FOLDER) if f.endswith('.json.gz'))


if __name__ == '__main__': main()
