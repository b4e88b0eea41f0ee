"""Methods of modules that constructors call."""

from .values import Module, Tensor


def mm_regbuf(self, m, a, k):
    """`register_buffer`."""
    n = a[0] if a else k["name"]
    t = a[1] if len(a) > 1 else k.get("tensor")
    p = a[2] if len(a) > 2 else k.get("persistent", True)
    m.attrs.pop(n, None)
    m.bufs[n] = Tensor(t.shape, t.dtype, "buffer", p) if t is not None else None


def mm_regpar(self, m, a, k):
    """`register_parameter`."""
    n = a[0] if a else k["name"]
    t = a[1] if len(a) > 1 else k.get("param")
    m.attrs.pop(n, None)
    m.params[n] = t


def mm_add(self, m, a, k):
    """`add_module`."""
    m.mods[a[0] if a else k["name"]] = a[1] if len(a) > 1 else k["module"]


def mm_ext(self, m, a, k):
    """`extend`."""
    for v in self.iter(a[0]):
        self.append(m, v)


def mm_ins(self, m, a, k):
    """`insert`."""
    vs = list(m.mods.values())
    vs.insert(a[0], a[1])
    m.mods = {str(i): v for i, v in enumerate(vs)}


MODULE_METHODS = {
    "register_buffer": mm_regbuf,
    "register_parameter": mm_regpar,
    "add_module": mm_add,
    "register_module": mm_add,
    "append": lambda self, m, a, k: self.append(m, a[0]),
    "extend": mm_ext,
    "insert": mm_ins,
    "items": lambda self, m, a, k: list(m.mods.items()),
    "values": lambda self, m, a, k: list(m.mods.values()),
    "keys": lambda self, m, a, k: list(m.mods),
    "update": lambda self, m, a, k: m.mods.update(a[0].mods if isinstance(a[0], Module) else a[0]),
    "to": lambda self, m, a, k: m,
    "requires_grad_": lambda self, m, a, k: m,
    "eval": lambda self, m, a, k: m,
    "half": lambda self, m, a, k: m,
    "float": lambda self, m, a, k: m,
    "parameters": lambda self, m, a, k: [t for _, t in self.named_parameters(m)],
    "named_parameters": lambda self, m, a, k: list(self.named_parameters(m)),
    "modules": lambda self, m, a, k: [x for _, x in self.named_modules(m)],
    "named_modules": lambda self, m, a, k: list(self.named_modules(m)),
    "named_children": lambda self, m, a, k: [(n, c) for n, c in m.mods.items() if c is not None],
    "children": lambda self, m, a, k: [c for c in m.mods.values() if c is not None],
    "pop": lambda self, m, a, k: m.mods.pop(str(a[0])),
    "apply": lambda self, m, a, k: m,
    "post_init": lambda self, m, a, k: None,
    "get_submodule": lambda self, m, a, k: self.submodule(m, a[0]),
    "get_input_embeddings": lambda self, m, a, k: self.embed(m),
    "init_weights": lambda self, m, a, k: None,
    "set_input_embeddings": lambda self, m, a, k: None,
    "clear": lambda self, m, a, k: m.mods.clear(),
}
