"""Units corrected by hand (corrections.catalog) and towers of other libraries (towers.catalog), merged over the recorded ones.

An entry of the same name replaces the recorded one; `config NAME with` sets single lines of a recorded config.
"""
import os
import re

from write_catalog import HEADS, split_text

HERE = os.path.dirname(os.path.abspath(__file__))


def entries(lines):
    """The entries of a unit: [first line, lines of its body]."""
    found = []
    for line in lines:
        if line.startswith(' '): found[-1].append(line)
        else: found.append([line])
    return found


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
    own, about = entries(lines[1:]), {}
    for e in changes:
        if e[0].endswith(' with'):
            i = next(i for i, x in enumerate(own) if x[0].split(' ')[:2] == e[0].split(' ')[:2])
            own[i] = patched(own[i], e[1:])
            fields = {field_of(l).split(' ')[-1] for l in e[1:]}
            own = [x for x in own if not (x[0].startswith('headers ' + e[0].split(' ')[1] + ' field ') and x[0].split(' ')[3] in fields)]
        else: about[key_of(e)] = e
    gone = {k[1] for k in about if k[0] == 'class'}
    own = [x for x in own if key_of(x) not in about and not (x[0].startswith('headers ') and x[0].split(' ')[1] in gone and 'field' not in x[0].split(' ')[2:3])]
    rank = {'config': 0, 'class': 1, 'headers': 2, 'convert': 3}
    order = sorted(own + list(about.values()), key=lambda x: (rank[key_of(x)[0]], key_of(x)[1] if rank[key_of(x)[0]] < 2 else ''))
    return [lines[0]] + [l for e in order for l in e]


def apply(text):
    """The catalog text with the entries of corrections.catalog and towers.catalog."""
    rotary = re.search(r'^class LlamaRotaryEmbedding = (\d+) Llama$', text, re.M)[1]      # the shared body of most rotary embeddings
    heads, units = split_text(open(f'{HERE}/corrections.catalog').read().replace('@ROTARY', rotary))
    units.update(split_text(open(f'{HERE}/towers.catalog').read())[1])
    lines = text.rstrip('\n').split('\n')
    start = next(i for i, l in enumerate(lines) if l.startswith(('shared ', 'unit ')))
    first = next(i for i, l in enumerate(lines) if l.startswith('unit '))
    tables = {h: {} for h in HEADS}
    for line in lines[1:start] + heads:
        key, value = line.split(' = ', 1); tables[line.split(' ', 1)[0]][key] = value
    out = [lines[0]] + [f'{k} = {v}' for h in HEADS for k, v in sorted(tables[h].items(), key=lambda x: x[0].encode())] + lines[start:first]
    parts = {}
    for line in lines[first:]:
        if line.startswith('unit '): parts[line[5:]] = []
        parts[next(reversed(parts))].append(line)
    for unit, changes in units.items(): parts[unit] = merged_unit(parts.get(unit, [f'unit {unit}']), entries(changes[1:]))
    return '\n'.join(out + [l for u in sorted(parts, key=str.encode) for l in parts[u]]) + '\n'


if __name__ == '__main__':
    import sys
    open(sys.argv[2], 'w').write(apply(open(sys.argv[1]).read()))
