"""The catalog as it is written down: the working form of the other steps, with what follows from elsewhere left out.

* `shared N`: a body that several classes have, but for the prefix of their names (`@`); `class X = N PREFIX` uses it.
* `classes PREFIX: A 1, B 2` in a unit stands for `class PREFIXA = 1 PREFIX` and `class PREFIXB = 2 PREFIX`.
* `model PREFIX = UNIT` at the head: models whose names start so, unless a longer prefix says otherwise. The names are in the unit.
* `config NAME : TYPE CLASS..`: what AutoModel makes of the type, instead of a line `auto AutoModel TYPE`; such a type has no line
  `type TYPE = UNIT.NAME` at the head when the unit is called like it (a dash being an underscore).
* `model NAME` without a config has the only one of its unit.
* `convert KEY = UNIT` at the head only where neither the type nor the model KEY leads to the unit.
* a level of indentation is one space.

usage: layout.py pack|unpack IN OUT        (IN and OUT may be .swift files)
       layout.py compare OLD NEW           prints the entries that are new (+), gone (-) or different (~)
"""
import re
import sys

from write_catalog import HEADS, split_text
from write_swift import unwrap, wrap

LISTED = re.compile(r'class (\S+) = (\d+) (\S+)$')
FACTS = ('no_split ', 'no_placement ', 'tie ', 'param ', 'base ', 'remote', 'keep_fp32 ', 'keep_fp32_strict ')


def tables_of(heads):
    tables = {h: {} for h in HEADS}
    for line in heads:
        key, value = line.split(' = ', 1)
        word, _, name = key.partition(' ')
        tables[word][name] = value
    return tables


def parts_of(text):
    """(version line, head lines, shared lines, units)."""
    lines = [l for l in text.rstrip('\n').split('\n')[1:] if l.strip() and not l.lstrip().startswith('#')]
    start = next(i for i, l in enumerate(lines) if l.startswith(('shared ', 'unit ')))
    first = next(i for i, l in enumerate(lines) if l.startswith('unit '))
    return text.split('\n', 1)[0], lines[:start], lines[start:first], split_text('\n'.join(lines[first:]))[1]


def join(version, tables, shared, units):
    out = [version]
    for h in HEADS: out += [f'{h} {k} = {v}' for k, v in sorted(tables[h].items(), key=lambda x: f'{h} {x[0]}'.encode())]
    out += shared
    for u in sorted(units, key=str.encode): out += units[u]
    return '\n'.join(out) + '\n'


def models_in(lines):
    """The models that a unit describes; variants (`Name@2`) are no models of their own."""
    return [l.split(' ')[1] for l in lines if l.startswith('model ') and '@' not in l.split(' ')[1]]


def longest(table, name):
    return next((table[name[:n]] for n in range(len(name), 0, -1) if name[:n] in table), None)


def shortest_prefixes(owner):
    """{prefix: unit}, as few as lead every name to its unit."""
    out = {}

    def visit(names, at, inherited):
        if all(owner[n] == inherited for n in names): return
        common = at
        while all(len(n) > common and n[common] == names[0][common] for n in names): common += 1
        if len({owner[n] for n in names}) == 1:
            out[names[0][:common] if len(names) > 1 else names[0]] = owner[names[0]]; return
        groups = {}
        for n in names: groups.setdefault(n[common:common + 1], []).append(n)
        counts = {}
        for n in names: counts[owner[n]] = counts.get(owner[n], 0) + 1
        most = max(sorted(counts), key=lambda u: sum({owner[n] for n in g} == {u} for g in groups.values()))
        if common and most != inherited and sum({owner[n] for n in g} == {most} for g in groups.values()) > 1: out[names[0][:common]] = inherited = most
        for g in groups.values(): visit(g, common, inherited)

    visit(sorted(owner), 0, None)
    return out


def listed(lines):
    """A unit with the classes of shared bodies in one line for each prefix."""
    found, rest = {}, []
    for i, line in enumerate(lines):
        m = LISTED.match(line)
        bare = i + 1 == len(lines) or not lines[i + 1].startswith(' ')
        if m and bare and m[1].startswith(m[3]) and m[1] != m[3]: found.setdefault(m[3], []).append(f'{m[1][len(m[3]):]} {m[2]}')
        else: rest.append(line)
    at = next((i for i, l in enumerate(rest) if l.startswith(('class ', 'model ', 'headers ', 'convert '))), len(rest))
    return rest[:at] + [f"classes {p}: {', '.join(found[p])}" for p in sorted(found)] + rest[at:]


def unlisted(lines):
    out = []
    for line in lines:
        if line.startswith('classes '):
            prefix, names = line[8:].split(': ', 1)
            out += ['class {0}{1} = {2} {0}'.format(prefix, *x.split(' ')) for x in names.split(', ')]
        else: out.append(line)
    return out


def entries(lines):
    """The entries of a unit behind its first line: [first line, lines of its body]."""
    found = []
    for line in lines[1:]:
        if line.startswith(' '): found[-1].append(line)
        else: found.append([line])
    return found


def class_prefix(unit, name):
    """The part of a class name that names its model, such as Llama in LlamaAttention."""
    want = unit.replace('_', '')
    for end in range(len(want), len(name) + 1):
        found = name[:end].replace('_', '').lower()
        if found == want: return name[:end]
        if not want.startswith(found): break
    return ''


RANKS = {'config': 0, 'class': 1, 'model': 1, 'headers': 2, 'convert': 3}


def ordered(lines):
    """A unit with its classes and models sorted by name."""
    rank = lambda e: RANKS[e[0].split(' ')[0]]
    found = sorted(entries(lines), key=lambda e: (rank(e), e[0].split(' ')[1] if rank(e) == 1 else ''))
    return lines[:1] + [l for e in found for l in e]


def share(units):
    """(lines of the shared bodies, units that use them)."""
    bodies, own = {}, {}
    for unit in sorted(units, key=str.encode):
        for entry in entries(units[unit]):
            word, name = entry[0].split(' ')[:2]
            body = [l for l in entry[1:] if not l.strip().startswith(FACTS)]
            if word not in ('class', 'model') or not body: continue
            prefix = class_prefix(unit, name)
            text = '\n'.join(body)
            if prefix: text = re.sub(r'(?<![\w.])' + re.escape(prefix), '@', text)
            own[unit, name] = text
            bodies.setdefault(text, []).append((unit, name))
    shared, number = [], {}
    for text, users in bodies.items():
        if len(users) > 1 and (len(users) - 1) * len(text) > 12 * (len(users) + 1):
            number[text] = len(number)
            shared += [f'shared {number[text]}', *text.split('\n')]
    out = {}
    for unit, lines in units.items():
        out[unit] = lines[:1]
        for entry in entries(lines):
            word, name = entry[0].split(' ')[:2]
            text = own.get((unit, name)) if word in ('class', 'model') else None
            if text in number:
                prefix = class_prefix(unit, name)
                entry = [f'{entry[0]} = {number[text]}' + (f' {prefix}' if prefix else '')] + [l for l in entry[1:] if l.strip().startswith(FACTS)]
            out[unit] += entry
    return shared, out


def unshare(shared, units):
    bodies = {}
    for line in shared:
        if line.startswith('shared '): bodies[line.split(' ')[1]] = body = []
        else: body.append(line)
    out = {}
    for unit, lines in units.items():
        out[unit] = lines[:1]
        for entry in entries(lines):
            m = re.match(r'((?:class|model) .*) = (\d+)(?: (\S+))?$', entry[0])
            if m: entry = [m[1], *entry[1:], *[re.sub(r'(?<![\w.])@', m[3] or '', l) for l in bodies[m[2]]]]
            out[unit] += entry
    return out


def reindent(lines, before, after):
    return [' ' * ((len(l) - len(l.lstrip(' '))) // before * after) + l.lstrip(' ') for l in lines]


def types_into_configs(tables, units):
    """Moves rows of `type` and of AutoModel to the configs that they are about."""
    for unit, lines in units.items():
        for i, line in enumerate(lines):
            words = line.split(' ')
            if words[0] != 'config' or len(words) < 4: continue
            kind, name = words[3], f'{unit}.{words[1]}'
            if kind.replace('-', '_') != unit or tables['type'].get(kind) != name: continue
            del tables['type'][kind]
            if f'AutoModel {kind}' in tables['auto']: lines[i] += ' ' + tables['auto'].pop(f'AutoModel {kind}')


def types_out_of_configs(tables, units):
    for unit, lines in units.items():
        for i, line in enumerate(lines):
            words = line.split(' ')
            if words[0] != 'config' or len(words) < 4: continue
            if words[3].replace('-', '_') == unit: tables['type'].setdefault(words[3], f'{unit}.{words[1]}')
            if words[4:]: tables['auto'][f'AutoModel {words[3]}'] = ' '.join(words[4:])
            lines[i] = ' '.join(words[:4])


def only_config(lines):
    configs = [l.split(' ')[1] for l in lines if l.startswith('config ')]
    return configs[0] if len(configs) == 1 else None


def pack(text):
    version, heads, shared, units = parts_of(text)
    tables = tables_of(heads)
    owner = {name: unit for unit, lines in units.items() for name in models_in(lines)}
    for name, unit in tables['model'].items():
        owner[name] = unit      # also one without closed form; of several units that have the name, the one meant
    tables['model'] = shortest_prefixes(owner)
    of_type = {t: q.split('.')[0] for t, q in tables['type'].items()}
    for key, unit in list(tables['convert'].items()):
        if (of_type.get(key) or longest(tables['model'], key)) == unit: del tables['convert'][key]
    shared, units = share({u: ordered(lines) for u, lines in unshare(shared, units).items()})
    types_into_configs(tables, units)
    for unit, lines in units.items():
        config = only_config(lines)
        if config: units[unit] = [re.sub(rf' : {config}(?= = |$)', '', l) if l.startswith('model ') else l for l in lines]
    return join(version, tables, reindent(shared, 2, 1), {u: reindent(listed(lines), 2, 1) for u, lines in units.items()})


def unpack(text):
    version, heads, shared, units = parts_of(text)
    tables = tables_of(heads)
    units = {u: unlisted(reindent(lines, 1, 2)) for u, lines in units.items()}
    units = unshare(reindent(shared, 1, 2), units)
    types_out_of_configs(tables, units)
    for unit, lines in units.items():
        config = only_config(lines)
        units[unit] = [f'{l} : {config}' if config and l.startswith('model ') and ' : ' not in l else l for l in lines]
    prefixes = tables['model']
    tables['model'] = {n: u for u, lines in units.items() for n in models_in(lines) if longest(prefixes, n) == u}
    for unit, lines in units.items():
        for line in lines:
            if line.startswith('convert '):
                key = line.split(' ')[1]
                guess = tables['type'][key].split('.')[0] if key in tables['type'] else longest(prefixes, key)
                if guess == unit: tables['convert'].setdefault(key, unit)
    return join(version, tables, [], units)


def read(path):
    """The working form of a catalog file or of the Swift source that embeds one."""
    text = open(path).read()
    return unpack(unwrap(text)) if path.endswith('.swift') else text


def compare(old, new):
    """Lines about the entries in which two catalogs differ."""
    def all_entries(text):
        _, heads, shared, units = parts_of(text)
        found = {('head', *l.split(' = ', 1)[:1]): [l] for l in heads}
        found.update({(u, ' '.join(e[0].split(' ')[:2])): e for u, lines in unshare(shared, units).items() for e in entries(lines)})
        return found
    a, b = all_entries(old), all_entries(new)
    mark = lambda k: '+' if k not in a else '-' if k not in b else '~' if a[k] != b[k] else ''
    return [f'{mark(k)} {k[0]}: {k[1]}' for k in sorted(a.keys() | b.keys()) if mark(k)]


if __name__ == '__main__':
    if sys.argv[1] == 'compare':
        for line in compare(read(sys.argv[2]), read(sys.argv[3])): print(line)
        raise SystemExit
    source, target = sys.argv[2:4]
    text = open(source).read()
    text = (pack if sys.argv[1] == 'pack' else unpack)(unwrap(text) if source.endswith('.swift') else text)
    open(target, 'w').write(wrap(text) if target.endswith('.swift') else text)
