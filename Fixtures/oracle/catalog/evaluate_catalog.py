"""Reference evaluator of a facts catalog: catalog text (the working form) + config.json dict -> module tree.  Uses no part of the model's source."""
import re, json, math

TOKEN = re.compile(r'\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?)|("(?:[^"\\]|\\.)*")|(\$?[A-Za-z_][\w@]*(?:\.[A-Za-z_]\w*(?:@\d+)?)*)|(\.[A-Za-z_]\w*)|(\*\*|//|==|!=|<=|>=|\?\?|[-+*/%<>()\[\]{},:=~?]))')
BINDING = {'or': 1, '??': 1, 'and': 2, '==': 4, '!=': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, 'in': 4, 'not in': 4, '+': 5, '-': 5, '*': 6, '/': 6, '//': 6, '%': 6, '**': 8}
FUNCTIONS = {'int': int, 'float': float, 'bool': bool, 'str': str, 'min': min, 'max': max, 'len': len, 'abs': abs, 'round': round, 'ceil': math.ceil, 'floor': math.floor,
             'sqrt': math.sqrt, 'isqrt': math.isqrt, 'log': math.log, 'log2': math.log2, 'log10': math.log10, 'pow': pow, 'sum': sum, 'prod': math.prod, 'index': lambda v, x: v.index(x),
             'split': lambda s, sep: s.split(sep), 'startswith': lambda s, x: s.startswith(tuple(x) if isinstance(x, list) else x), 'endswith': lambda s, x: s.endswith(tuple(x) if isinstance(x, list) else x),
             'replace': lambda s, x, y: s.replace(x, y), 'lower': lambda s: s.lower(), 'slice': lambda s, a, b: s[a:b]}
OPERATORS = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '//': lambda a, b: a // b, '%': lambda a, b: a % b, '**': lambda a, b: a ** b,
             '==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b, '<=': lambda a, b: a <= b, '>': lambda a, b: a > b, '>=': lambda a, b: a >= b,
             'in': lambda a, b: a in b, 'not in': lambda a, b: a not in b}
CLASS_FACTS = ('no_split ', 'tie ', 'param ', 'base ', 'no_placement ', 'keep_fp32 ', 'keep_fp32_strict ')
LAYER_LABELS = ('full_attention', 'sliding_attention', 'chunked_attention', 'linear_attention')


class NeedsHeaders(Exception): pass


class Parser:
    """Pratt parser; expressions become nested tuples."""
    def __init__(self, text):
        self.tokens = []; self.i = 0; pos = 0; text = text.rstrip()
        while pos < len(text):
            m = TOKEN.match(text, pos)
            if not m: raise ValueError(f'bad text {text[pos:pos+20]!r} in {text!r}')
            self.tokens.append(m[0].strip()); pos = m.end()

    def peek(self, k=0): return self.tokens[self.i + k] if self.i + k < len(self.tokens) else ''
    def take(self, want=None):
        t = self.peek()
        if want is not None and t != want: raise ValueError(f'expected {want}, found {t!r} in {self.tokens}')
        self.i += 1; return t
    def accept(self, t):
        if self.peek() == t: self.i += 1; return True
        return False

    def expression(self, level=0):
        left = self.operand(level)
        while True:
            t = self.peek()
            if t == 'not' and self.peek(1) == 'in': t = 'not in'
            if t in BINDING and BINDING[t] >= max(level, 1):
                self.i += 2 if t == 'not in' else 1
                left = ('op', t, left, self.expression(BINDING[t] + 1))
            elif t == 'if' and level <= 0:
                self.take(); c = self.expression(1); self.take('else')
                left = ('if', c, left, self.expression(0))
            else: return left

    def operand(self, level):
        t = self.take()
        if t == 'not': return ('not', self.expression(3))
        if t == '-': return ('neg', self.expression(7))
        if t == '(': e = self.expression(); self.take(')')
        elif t == '[':
            items = []
            while self.peek() != ']':
                items.append(self.expression())
                if self.accept('each'):
                    var = self.take(); self.take('<'); items = ('each', items[0], var, self.expression()); break
                self.accept(',')
            self.take(']'); e = items if isinstance(items, tuple) else ('list', items)
        elif t == '{':
            d = {}
            while not self.accept('}'):
                k = json.loads(self.take()); self.take(':'); d[k] = self.expression(); self.accept(',')
            e = ('record', d)
        elif t[0] == '"': e = ('const', json.loads(t))
        elif t[0].isdigit(): e = ('const', float(t) if '.' in t or 'e' in t or 'E' in t else int(t))
        elif t in ('true', 'false', 'none'): e = ('const', {'true': True, 'false': False, 'none': None}[t])
        elif t == '?': e = ('unknown',)
        elif t in FUNCTIONS and self.peek() == '(':
            self.take(); args = []
            while not self.accept(')'): args.append(self.expression()); self.accept(',')
            e = ('call', t, args)
        else: e = ('name', t.split('.'))
        while True:
            if self.peek() == '[' : self.take(); e = ('index', e, self.expression()); self.take(']')
            elif self.peek().startswith('.'): e = ('item', e, self.take()[1:])
            else: return e


cache = {}


def parse(text):
    if text not in cache:
        p = Parser(text); cache[text] = p.expression()
        if p.peek(): raise ValueError(f'rest {p.peek()!r} in {text!r}')
    return cache[text]


def item(v, key):
    if isinstance(v, Config): return v.get(key)
    if isinstance(v, dict): return v[key] if key in v else v if key in LAYER_LABELS else None
    if v is None: return None
    raise NeedsHeaders(f'no {key} in {v!r}')


def evaluate(e, scope, params, loops):
    go = lambda x: evaluate(x, scope, params, loops)
    kind = e[0]
    if kind == 'const': return e[1]
    if kind == 'unknown': raise NeedsHeaders('?')
    if kind == 'name':
        head, *rest = e[1]
        v = params.get(head[1:]) if head[0] == '$' else loops[head] if head in loops else scope.get(head)
        for r in rest: v = item(v, r)
        return v
    if kind == 'op':
        if e[1] == 'and': return go(e[2]) and go(e[3])
        if e[1] == 'or': return go(e[2]) or go(e[3])
        a = go(e[2])
        if e[1] == '??': return a if a is not None else go(e[3])
        return OPERATORS[e[1]](a, go(e[3]))
    if kind == 'if': return go(e[2]) if go(e[1]) else go(e[3])
    if kind == 'not': return not go(e[1])
    if kind == 'neg': return -go(e[1])
    if kind == 'call': return FUNCTIONS[e[1]](*[go(x) for x in e[2]])
    if kind == 'index':
        v, i = go(e[1]), go(e[2])
        return item(v, str(i)) if isinstance(v, dict) else v[i]
    if kind == 'item': return item(go(e[1]), e[2])
    if kind == 'list': return [go(x) for x in e[1]]
    if kind == 'record': return {k: go(x) for k, x in e[1].items()}
    if kind == 'each': return [evaluate(e[1], scope, params, {**loops, e[2]: i}) for i in range(go(e[3]))]
    raise ValueError(kind)


class Block:
    def __init__(self, text): self.text, self.body = text, []


def outline(text):
    root = Block(''); stack = [(-1, root)]
    for line in text.split('\n'):
        if not line.strip() or line.lstrip().startswith('#'): continue
        depth = (len(line) - len(line.lstrip())) // 2
        b = Block(line.strip())
        while stack[-1][0] >= depth: stack.pop()
        stack[-1][1].body.append(b); stack.append((depth, b))
    return root.body


class Config:
    def __init__(self, kind): self.kind, self.values = kind, {}
    def get(self, name):
        name = self.kind.alias.get(name, name)
        if name in self.kind.unknown: raise NeedsHeaders(f'{self.kind.name} field {name}')
        return self.values.get(name)
    def changed(self, values):
        c = Config(self.kind); c.values = {**self.values, **{self.kind.alias.get(k, k): v for k, v in values.items()}}; return c


class Kind:                # a config class
    def __init__(self, unit, name, model_type): self.unit, self.name, self.model_type, self.alias, self.fields, self.subs, self.derived, self.unknown, self.own_rope, self.given = unit, name, model_type, {}, {}, {}, [], set(), False, set()


class Node:
    def __init__(self, cls): self.cls, self.params, self.buffers, self.children, self.model, self.tied, self.no_split, self.no_placement, self.base = cls, {}, {}, {}, None, {}, set(), set(), ''


class CatalogText:
    def __init__(self, text):
        self.owner = None                      # the class that is being built
        self.units, self.activation, self.types, self.autos, self.kinds, self.classes, self.headers, self.by_name = {}, {}, {}, {}, {}, {}, set(), {}
        unit = None
        for b in outline(text):
            w = b.text.split(' ')
            if w[0] == 'activation': self.activation[w[1]] = w[3]
            elif w[0] == 'type': self.types[w[1]] = w[3]
            elif w[0] == 'auto': self.autos.setdefault(w[1], {})[w[2]] = w[4:]
            elif w[0] == 'model' and len(w) > 2 and w[2] == '=' and unit is None: self.units[w[1]] = w[3]
            elif w[0] == 'unit': unit = w[1]
            elif w[0] == 'headers': self.headers.add(f'{unit}.{w[1]}')
            elif w[0] == 'config': self.read_config(b, unit, w)
            elif w[0] in ('class', 'model'):
                m = re.match(r'(class|model) (\S+)(?: named (\S+))?(?: : (\S+))?$', b.text)
                c = Node(m[3] or m[2].split('@')[0]); c.unit, c.model, c.kind, c.own = unit, m[1] == 'model', m[4], b.body
                c.body = [x for x in b.body if not x.text.startswith(CLASS_FACTS)]
                self.classes[f'{unit}.{m[2]}'] = c
                if c.model: self.by_name.setdefault(m[2], f'{unit}.{m[2]}')

    def read_config(self, b, unit, w):
        k = Kind(unit, w[1], w[3] if len(w) > 2 else '')
        for x in b.body:
            t = x.text
            if t.startswith('base_config_key '): continue
            elif t.startswith('given '): k.given |= set(t.split(' ')[1:])
            elif t.startswith('alias '): _, a, _, c = t.split(' '); k.alias[a] = c
            elif t.startswith('sub '):
                m = re.match(r'sub (\w+): (type )?(\S+)( optional)?( flat)?( merged)?(?: default (.*))?$', t)
                k.subs[m[1]] = (bool(m[2]), m[3], bool(m[4]), bool(m[5]), bool(m[6]), json.loads(m[7] or '{}'))
            elif t.endswith(' := ?'): k.unknown.add(t.split(' ')[0])
            elif ' := ' in t: n, e = t.split(' := ', 1); k.derived.append((n, e)); k.own_rope |= n == 'rope_parameters'
            else: n, e = t.split(' = ', 1); k.fields[n] = e
        self.kinds[f'{unit}.{k.name}'] = k

    # ---- configs
    def config(self, kind, raw):
        c = Config(kind); canon = lambda n: kind.alias.get(n, n)
        for n, e in kind.fields.items(): c.values[canon(n)] = json.loads(json.dumps(evaluate(parse(e), None, {}, {})))
        for n, v in raw.items():
            if n not in kind.subs: c.values[canon(n)] = v
        for key, (by_type, target, optional, flat, merged, default) in kind.subs.items():
            v = raw.get(key)
            if v is None and flat: v = {n: x for n, x in raw.items() if n not in kind.subs and n != 'model_type'} or None
            if v is None and optional: continue
            if merged and v is not None: v = {**default, **v}
            t = target
            if by_type:
                mt = (v or {}).get('model_type', target); t = self.types.get(mt)
                if t is None: raise NeedsHeaders(f'model type {mt}')
            c.values[key] = self.config(self.kinds[t], default if v is None else v)
        given = len(raw['id2label']) if raw.get('id2label') is not None else raw.get('num_labels')
        c.values['num_labels'] = max(given, 0) if given is not None else c.values.get('num_labels') or 2
        for n, e in kind.derived:
            try: c.values[canon(n)] = evaluate(parse(e), c, {}, {})
            except (TypeError, IndexError, KeyError, ZeroDivisionError): c.values[canon(n)] = None
        for n in kind.given:
            if n in raw: c.values[canon(n)] = raw[n]
        self.rope(c, raw)
        legacy = {'mamba': 'linear_attention', 'attention': 'full_attention', 'deepseek_sparse_attention': 'indexed_attention', 'qwen_sparse_attention': 'indexed_attention'}
        for n in ('layer_types', 'mtp_layer_types'):
            n = canon(n)
            if isinstance(c.values.get(n), list): c.values[n] = [legacy.get(x, x) for x in c.values[n]]
        return c

    def rope(self, c, raw):
        """rope_scaling / rope_theta of older files become rope_parameters."""
        if 'rope_parameters' not in c.values and not raw.get('rope_scaling'): return
        r = dict((None if c.kind.own_rope else raw.get('rope_scaling')) or c.values.get('rope_parameters') or {})
        groups = [k for k in r if isinstance(r[k], dict)]
        for d in [dict(r[g]) for g in groups] or [r]:
            d.setdefault('rope_type', d.get('type', 'default'))
            if d['rope_type'] == 'default' and c.values.get('default_rope_type'): d['rope_type'] = c.values['default_rope_type']
            d.setdefault('rope_theta', c.values.get('rope_theta') or c.values.get('default_theta') or 10000.0)
            if c.values.get('partial_rotary_factor') is not None: d.setdefault('partial_rotary_factor', c.values['partial_rotary_factor'])
            d.setdefault('original_max_position_embeddings', c.values.get('max_position_embeddings'))
            for g in groups: r[g] = {**d, **r[g]}
        c.values['rope_parameters'] = r

    # ---- modules
    def build(self, name, raw):
        c = self.classes[self.by_name[name]] if name in self.by_name else None
        if c is None: raise NeedsHeaders(name)
        kind = self.kinds[c.kind if '.' in c.kind else f'{c.unit}.{c.kind}']
        try: return self.make(self.by_name[name], self.config(kind, raw), {})
        except (TypeError, IndexError, ZeroDivisionError) as x: raise NeedsHeaders(f'an expression has no value: {x}')      # never a guess

    def make(self, q, scope, params):
        if q not in self.classes: raise NeedsHeaders(q)
        c = self.classes[q]; node = Node(c.cls); node.model = c.model
        outer, self.owner = self.owner, node
        for x in c.own:
            if x.text.startswith('param '):
                n, e = x.text[6:].split(' = ', 1); params.setdefault(n, evaluate(parse(e), None, {}, {}))
        self.fill(node, c.body, c.unit, scope, params, {}, False)
        self.owner = outer
        if c.model: self.tie(node, c, scope)
        return node

    def fill(self, node, body, unit, scope, params, loops, numbered):
        ev = lambda t: evaluate(parse(t), scope, params, loops)
        taken = False
        for b in body:
            t = b.text
            if t.startswith('require '):
                if not ev(t[8:]): raise NeedsHeaders(t)
            elif t.startswith(('if ', 'elif ')) or t == 'else':
                if t.startswith('if '): taken = False
                if not taken and (t == 'else' or ev(t.split(' ', 1)[1])):
                    taken = True; self.fill(node, b.body, unit, scope, params, loops, numbered)
            elif t.startswith('each '):
                var, count = re.match(r'each (\w) < (.*)$', t).groups()
                for i in range(ev(count)): self.fill(node, b.body, unit, scope, params, {**loops, var: i}, numbered)
            elif t.startswith('. '): self.tensors(node, Parser2(t[2:]), scope, params, loops)
            else:
                name, rest = t.split(': ', 1)
                name = re.sub(r'\{(.*?)\}', lambda m: str(ev(m[1])), name)
                if name == '-': name = str(len(node.children) + len(node.params))
                node.children[name] = self.child(rest, b.body, unit, scope, params, loops)

    def child(self, text, body, unit, scope, params, loops):
        ev = lambda e: evaluate(e, scope, params, loops)
        if text.startswith('same '):           # the object that the class has at that path already
            node = self.owner
            for step in text[5:].split('.'): node = node.children[step]
            return node
        if text.startswith('activation('):
            v = ev(parse(text[11:-1])); cls = self.activation.get(v)
            if cls is None: raise NeedsHeaders(f'activation {v}')
            return self.make(cls, scope, {}) if cls in self.classes else Node(cls.split('.')[-1])
        p = Parser2(text); head = p.take(); auto = None
        if head == 'auto': p.take('('); auto = p.take(); p.take(')')
        q = head if '.' in head else f'{unit}.{head}'
        if auto is None and q not in self.classes and q not in self.headers:
            node = Node(head)
            if p.peek(): self.tensors(node, p, scope, params, loops)
            self.fill(node, body, unit, scope, params, loops, head in ('ModuleList', 'Sequential'))
            return node
        args = {}
        if p.accept('('):
            while not p.accept(')'):
                n = p.take()
                if n.startswith('$'): args[n[1:]] = params.get(n[1:])
                else: p.take('='); args[n] = ev(p.expression())
                p.accept(',')
        target, cast = scope, None
        while p.peek():
            t = p.take()
            if t == 'using': target = self.find(p.take(), scope, params); last = None
            elif t.startswith('$'): p.take('using'); args[t[1:]] = self.find(p.take(), scope, params); last = t[1:]
            elif t == 'with':
                new = {}
                while True:
                    n = p.take(); p.take('='); new[n] = ev(p.expression())
                    if not p.accept(','): break
                target = target.changed(new)
            elif t == 'to': cast = p.take()
        if auto:
            q = self.auto(auto, target)
        made = self.make(q, target, args)
        if cast:
            for _, m in walk(made):
                for x in [*m.params.values(), *m.buffers.values()]:
                    if x[1] == 'default' or 'float' in x[1]: x[1] = cast
        return made

    def find(self, path, scope, params):
        if path == 'self': return scope
        v = evaluate(('name', path.split('.')), scope, params, {})
        if not isinstance(v, Config): raise NeedsHeaders(f'no config at {path}')
        return v

    def auto(self, table, c):
        me = f'{c.kind.unit}.{c.kind.name}'; tab = self.autos.get(table, {})
        types = [t for t, q in self.types.items() if q == me and t in tab]
        mt = c.kind.model_type
        pick = mt if mt in types else types[0] if types else mt
        if pick not in tab: raise NeedsHeaders(f'{table} for {mt}')
        names = tab[pick]; wanted = c.get('architectures') or []
        name = next((n for n in wanted if n in names), names[0])
        if name not in self.by_name: raise NeedsHeaders(name)
        return self.by_name[name]

    def tensors(self, node, p, scope, params, loops):
        if p.peek() == '[':          # short form: weight and perhaps bias
            shape = self.shape(p, scope, params, loops); node.params['weight'] = [shape, 'default']
            if p.accept('bias') and (not p.accept('if') or evaluate(p.expression(1), scope, params, loops)): node.params['bias'] = [shape[:1], 'default']
        while p.peek():
            mark = p.take() if p.peek() in '~+' else ''
            name = ''
            while p.peek() != '[':
                if p.accept('{'): name += str(evaluate(p.expression(), scope, params, loops)); p.take('}')
                else: name += p.take()
            at = p.i
            self.skip_shape(p)
            dtype = p.take() if p.peek() not in ('', ',', 'if') else 'default'
            keep = evaluate(p.expression(1), scope, params, loops) if p.accept('if') else True
            p.accept(','); end = p.i
            if keep:
                p.i = at; shape = self.shape(p, scope, params, loops); p.i = end
                (node.buffers if mark else node.params)[name] = [shape, dtype] + ([mark == '+'] if mark else [])

    def shape(self, p, scope, params, loops):
        p.take('['); shape = []
        while not p.accept(']'): shape.append(int(evaluate(p.expression(), scope, params, loops))); p.accept(',')
        return shape

    def skip_shape(self, p):
        p.take('['); depth = 1
        while depth: depth += {'[': 1, ']': -1}.get(p.take(), 0)

    # ---- ties
    def tie(self, node, c, scope):
        own = dict(x.text[4:].split(' = ', 1) for x in c.own if x.text.startswith('tie '))
        tied = self.patterns(node, own) if own and scope.get('tie_word_embeddings') else {}
        node.no_placement = {y for x in c.own if x.text.startswith('no_placement ') for y in x.text.split(' ')[1:]}
        node.base = next((x.text[5:] for x in c.own if x.text.startswith('base ')), '')
        node.no_split = {y for x in c.own if x.text.startswith('no_split ') for y in x.text.split(' ')[1:]}
        for n, k in node.children.items():
            for a, b in k.tied.items(): tied[f'{n}.{a}'] = f'{n}.{b}'
            node.no_split |= k.no_split
        node.tied = tied
        names = {n: (m, short) for m, short, n in slots(node)}
        for a, b in tied.items():
            if a in names and b in names: names[a][0].params[names[a][1]] = names[b][0].params[names[b][1]]

    def patterns(self, node, own):
        if all(re.match(r'^[A-Za-z0-9_\.]+(weight)|(bias)$', x) for x in list(own) + list(own.values())): return dict(own)
        names = sorted({n for _, _, n in slots(node)} | {p + b for p, m in walk(node) for b in m.buffers}); out = {}
        for a, b in own.items():
            sources = [n for n in names if re.search('^' + b, n)]; targets = [n for n in names if re.search('^' + a, n)]
            if not sources or not targets or len(targets) % len(sources): raise NeedsHeaders(f'tie {a}')
            for j, n in enumerate(targets): q = sources[j % len(sources)]; out[n] = out.get(q, q)
        return out


class Parser2(Parser):
    """Tokens of a child or tensor line (a '+' before a name marks a persistent buffer)."""


def walk(node, prefix=''):
    yield prefix, node
    for n, c in node.children.items(): yield from walk(c, f'{prefix}{n}.')


def slots(node): return [(m, n, p + n) for p, m in walk(node) for n in m.params]


def dump(node):
    """The tree as plain lists, in the dtypes of a model whose own dtype is bfloat16."""
    dtype = lambda t: 'bfloat16' if t == 'default' else t
    return dict(modules=[[p[:-1], m.cls] for p, m in walk(node)],
                parameters=[[p + n, shape, dtype(t)] for p, m in walk(node) for n, (shape, t) in m.params.items()],
                buffers=[[p + n, shape, dtype(t), kept] for p, m in walk(node) for n, (shape, t, kept) in m.buffers.items()],
                tied=node.tied, no_split=sorted(node.no_split), no_placement=sorted(node.no_placement), base=node.base)


if __name__ == '__main__':
    import sys
    tree = CatalogText(open(sys.argv[1]).read()).build(sys.argv[2], json.load(open(sys.argv[3])) if len(sys.argv) > 3 else {})
    for p, m in walk(tree): print(p[:-1], m.cls, m.params, m.buffers)
