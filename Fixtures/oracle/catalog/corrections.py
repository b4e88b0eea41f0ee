"""Entries written by hand (corrections/*.catalog) and towers of other libraries (towers.catalog), merged over the recorded ones.

An entry of the same name replaces the recorded one; `config NAME with` sets single lines of a recorded config;
`class NAME like UNIT.CLASS [PREFIX]` has the body of another class, with PREFIX (of its own model) where that one has its own.
Then what no model uses any more is left out.
"""
import glob
import os
import re

import layout
from write_catalog import split_text

HERE = os.path.dirname(os.path.abspath(__file__))


def key_of(entry):
    """What an entry is about; model and class share their names."""
    words = entry[0].split(' ')
    if words[0] == 'headers': return ('headers', ' '.join(words[1:4]) if words[2:3] == ['field'] else words[1])
    return ('class' if words[0] == 'model' else words[0], words[1])


def field_of(line):
    """The config field that a line of a config sets."""
    words = line.split()
    return ' '.join(words[:2]).rstrip(':') if words[0] in ('alias', 'sub') else words[0]


def patched(config, lines):
    """A recorded config with single lines replaced or added; derived fields come last, in their own order."""
    new = {(field_of(l), ' := ' in l) for l in lines}
    return [config[0]] + [l for l in config[1:] if (field_of(l), ' := ' in l) not in new] + lines


def merged_unit(lines, changes):
    own, about = layout.entries(lines), {}
    for e in changes:
        if e[0].endswith(' with'):
            i = next(i for i, x in enumerate(own) if x[0].split(' ')[:2] == e[0].split(' ')[:2])
            own[i] = patched(own[i], e[1:])
            fields = {field_of(l).split(' ')[-1] for l in e[1:]}
            own = [x for x in own if not (x[0].startswith('headers ' + e[0].split(' ')[1] + ' field ') and x[0].split(' ')[3] in fields)]
        else: about[key_of(e)] = e
    gone = {k[1] for k in about if k[0] == 'class'}
    own = [x for x in own if key_of(x) not in about and not (x[0].startswith('headers ') and x[0].split(' ')[1] in gone and 'field' not in x[0].split(' ')[2:3])]
    return layout.ordered([lines[0]] + [l for e in own + list(about.values()) for l in e])


def classes_of(units):
    """{(unit, name): entry} of all classes and models."""
    return {(u, e[0].split(' ')[1]): e for u, lines in units.items() for e in layout.entries(lines) if e[0].startswith(('class ', 'model '))}


def follow_likes(units):
    """Writes out the bodies of `like` entries."""
    LIKE = re.compile(r'((?:class|model) (\S+).*) like (\w+)\.(\S+)(?: (\S+))?$')
    known = classes_of(units)
    for unit, lines in units.items():
        out = lines[:1]
        for e in layout.entries(lines):
            m = LIKE.match(e[0])
            if m:
                theirs, mine = re.escape(layout.class_prefix(m[3], m[4])), m[5] or layout.class_prefix(unit, m[2])
                body = [l for l in known[m[3], m[4]][1:] if not l.strip().startswith(layout.FACTS)]
                e = [m[1], *e[1:], *[re.sub(r'(?<![\w.])' + theirs, mine, l) if theirs else l for l in body]]
            out += e
        units[unit] = out


def used(tables, units):
    """(unit, name) of all classes that a model consists of."""
    known = classes_of(units)
    todo = [k for k, e in known.items() if e[0].startswith('model ') and '@' not in k[1]]
    todo += [tuple(v.split('.', 1)) for v in tables['activation'].values() if '.' in v]
    seen = set()
    while todo:
        key = todo.pop()
        if key in seen or key not in known: continue
        seen.add(key)
        for line in known[key][1:]:
            m = re.match(r'[^:]+: ([\w.@]+)', line.strip())
            if m: todo.append(tuple(m[1].split('.', 1)) if '.' in m[1] else (key[0], m[1]))
    return seen


def without_unused(tables, units):
    keep = used(tables, units)
    return {u: lines[:1] + [l for e in layout.entries(lines) if not e[0].startswith('class ') and '@' not in e[0].split(' ')[1] or (u, e[0].split(' ')[1]) in keep for l in e]
            for u, lines in units.items()}


def changes():
    """(head lines, {unit: [its entries]}) of all files."""
    heads, units, seen = [], {}, {}
    for path in [f'{HERE}/towers.catalog', *sorted(glob.glob(f'{HERE}/corrections/*.catalog'))]:
        own_heads, own_units = split_text(open(path).read())
        heads += own_heads
        for unit, lines in own_units.items():
            for e in layout.entries(lines):
                if not e[0].endswith(' with') and seen.setdefault((unit, key_of(e)), path) != path: raise SystemExit(f'{unit}: {e[0]} stands in {path} and in {seen[unit, key_of(e)]}')
                units.setdefault(unit, []).append(e)
    return heads, units


def apply(text):
    """The working form of a catalog with the entries of the files."""
    version, own_heads, shared, units = layout.parts_of(text)
    units = layout.unshare(shared, units)
    heads, changed = changes()
    tables = layout.tables_of(own_heads + heads)
    for unit, entries in changed.items(): units[unit] = merged_unit(units.get(unit, [f'unit {unit}']), entries)
    for unit, lines in units.items():
        for name in layout.models_in(lines): tables['model'].setdefault(name, unit)
    follow_likes(units)
    return layout.join(version, tables, [], without_unused(tables, units))


if __name__ == '__main__':
    import sys
    open(sys.argv[2], 'w').write(apply(layout.read(sys.argv[1])))
