"""Functions, constructors and properties that are sliced, and the names that are needed of each
unit, class and config."""

import ast
import collections
import inspect
import textwrap
import types

from transformers.models.auto.configuration_auto import CONFIG_MAPPING
from transformers import PreTrainedConfig
from transformers import PreTrainedModel

from .library import (
    BASE_CONFIG_MEMBERS,
    ROOT_STOP,
    canonical_name,
    is_config_class,
    is_module_class,
    is_torch_class,
    log,
    own_init,
    unit_of,
)

CONSTANTS = {}  # unit -> {name: ast}


class Entity:
    """A function of the library: its syntax tree, scope and owner."""

    def __init__(self, kind, owner, fn, name):
        self.kind, self.owner, self.name = kind, owner, name
        fn = inspect.unwrap(
            fn.fget
            if isinstance(fn, property)
            else fn.__func__
            if isinstance(fn, (classmethod, staticmethod))
            else fn
        )
        self.fn = fn
        src = textwrap.dedent(inspect.getsource(fn))
        t = ast.parse(src).body[0]
        if not isinstance(t, ast.FunctionDef):
            raise ValueError("not a def")
        self.tree = t
        self.globals = fn.__globals__
        self.closure = (
            dict(zip(fn.__code__.co_freevars, [c.cell_contents for c in fn.__closure__]))
            if fn.__closure__
            else {}
        )
        self.out = None
        self.line = fn.__code__.co_firstlineno
        self.unit = unit_of(owner if owner is not None else fn)
        self.local_imports = {}
        self.locals = set(a.arg for a in t.args.posonlyargs + t.args.args + t.args.kwonlyargs)
        for a in (t.args.vararg, t.args.kwarg):
            if a:
                self.locals.add(a.arg)
        for n in ast.walk(t):
            if isinstance(n, ast.Name) and isinstance(n.ctx, (ast.Store, ast.Del)):
                self.locals.add(n.id)
            elif isinstance(n, ast.arg):
                self.locals.add(n.arg)
            elif isinstance(n, ast.FunctionDef) and n is not t:
                self.locals.add(n.name)
            elif isinstance(n, (ast.ImportFrom, ast.Import)):
                try:
                    ns = {"__name__": fn.__module__, "__package__": fn.__module__.rsplit(".", 1)[0]}
                    exec(ast.unparse(n), ns)
                    for a in n.names:
                        nm = (a.asname or a.name).split(".")[0]
                        self.local_imports[nm] = ns[nm]
                        self.locals.discard(nm)
                except Exception as e:
                    log("local import failed", (self, str(e)[:60]))
        self.self_name = (
            t.args.args[0].arg
            if owner is not None and t.args.args and kind not in ("static", "cfgstatic")
            else None
        )

    def __repr__(self):
        return f'{self.unit}.{self.owner.__name__+"." if self.owner else ""}{self.name}'


ENTITIES = {}  # key -> Entity
MODULES = {}  # class -> info dict
CONFIGS = {}  # class -> info
NEEDED_ATTRIBUTES = collections.defaultdict(
    lambda: collections.defaultdict(set)
)  # unit -> cls -> names
NEEDED_NAMES = collections.defaultdict(set)  # unit -> names
NEEDED_FIELDS = collections.defaultdict(set)  # unit -> names
FIELDS_NEEDED_ANYWHERE = set()
STRUCTURAL = collections.defaultdict(
    set
)  # class -> attrs assigned a structural value somewhere in its code
CLASS_CONSTANTS = collections.defaultdict(dict)  # cls -> name -> ast
DIRTY = set()
ALL = "*"
OTHER_UNITS = collections.defaultdict(set)
SUBCLASSES = collections.defaultdict(list)
UNIT_MODULES = collections.defaultdict(list)


def mark(st, x, u):
    """Adds a name to a set of needed ones; a unit whose set grew is sliced again."""
    if x not in st:
        st.add(x)
        DIRTY.add(u)


def entity_key(kind, owner, name, fn):
    """What tells entities apart."""
    return (kind, owner, name) if owner is not None else (kind, fn, name)


def add_entity(kind, owner, fn, name):
    """Takes a function into the slices."""
    k = entity_key(kind, owner, name, fn)
    if k in ENTITIES:
        return ENTITIES[k]
    try:
        e = Entity(kind, owner, fn, name)
    except Exception as ex:
        log("no source", (owner, name, str(ex)[:50]))
        ENTITIES[k] = None
        return None
    ENTITIES[k] = e
    DIRTY.add("+")
    return e


def add_module(c):
    """Takes a class of modules into the slices, with its constructor and config."""
    if c in MODULES or not is_module_class(c) or is_torch_class(c) or c in (PreTrainedModel,):
        return
    DIRTY.add(unit_of(c))
    UNIT_MODULES[unit_of(c)].append(c)
    for b in c.__mro__:
        SUBCLASSES[b].append(c)
    for b in c.__mro__:
        if (b.__module__ or "").startswith("transformers") and b is not PreTrainedModel:
            DIRTY.add(unit_of(b))
    info = MODULES[c] = {}
    canonical_name(c)
    k = own_init(c)
    info["init"] = k
    if k is not c and k not in ROOT_STOP and not is_torch_class(k):
        if is_module_class(k):
            add_module(k)
        elif k.__module__.startswith("transformers"):
            canonical_name(k)
            add_entity("init", k, k.__init__, "__init__")
    if k is c:
        add_entity("init", c, c.__init__, "__init__")
    if issubclass(c, PreTrainedModel):
        cc = getattr(c, "config_class", None)
        if is_config_class(cc):
            add_config(cc)
        if isinstance(c._tied_weights_keys, property):
            for b in c.__mro__:
                if "_tied_weights_keys" in b.__dict__:
                    add_entity("prop", b, b.__dict__["_tied_weights_keys"], "_tied_weights_keys")
                    canonical_name(b)
                    break


def add_config(c):
    """Takes a config class into the slices, with its parts and `__post_init__`."""
    if c in CONFIGS or c is PreTrainedConfig:
        return
    DIRTY.add("+")
    SEEN_MEMBERS.clear()
    info = CONFIGS[c] = {}
    canonical_name(c)
    for sc in getattr(c, "sub_configs_defaults", {}).values():
        if is_config_class(sc.config_class):
            add_config(sc.config_class)
        elif sc.model_type:
            try:
                add_config(CONFIG_MAPPING[sc.model_type])
            except Exception as e:
                pass
    for b in c.__mro__[1:]:
        if is_config_class(b) and b is not PreTrainedConfig:
            add_config(b)
    for nm in (
        "convert_rope_params_to_dict",
        "standardize_rope_params",
        "nested_rope_parameter_keys",
        "__setattr__x",
    ):
        for b in c.__mro__:
            if b is PreTrainedConfig:
                break
            if nm in b.__dict__:
                add_entity("cfg", b, b.__dict__[nm], nm)
    for nm in ("__post_init__", "__init__"):
        if nm in c.__dict__ and not (nm == "__init__" and hasattr(c.__dict__[nm], "__wrapped__")):
            f = c.__dict__[nm]
            try:
                inspect.getsource(f)
            except Exception:
                continue
            add_entity("cfg", c, f, nm)


SEEN_MEMBERS = set()


def add_config_member(name):
    """a config attribute name was read: enqueue methods/properties with this name from every known
    config"""
    if name in BASE_CONFIG_MEMBERS or name in SEEN_MEMBERS or name.startswith("__"):
        return
    SEEN_MEMBERS.add(name)
    for c in list(CONFIGS):
        for b in c.__mro__:
            if b is PreTrainedConfig and name not in (
                "convert_rope_params_to_dict",
                "standardize_rope_params",
                "nested_rope_parameter_keys",
            ):
                break
            v = b.__dict__.get(name)
            if isinstance(v, property) or isinstance(
                v, (types.FunctionType, staticmethod, classmethod)
            ):
                if isinstance(v, property):
                    if v.fget:
                        add_entity("cfgprop", b, v, name)
                    if v.fset and id(v.fset):
                        e = add_entity("cfgset", b, v.fset, name)
                else:
                    add_entity("cfgstatic" if isinstance(v, staticmethod) else "cfg", b, v, name)
                break


def terminal(n):
    """The last name of an expression."""
    if isinstance(n, ast.Name):
        return n.id
    if isinstance(n, ast.Attribute):
        return n.attr
    if isinstance(n, ast.Call):
        return terminal(n.func)
    if isinstance(n, ast.Subscript):
        return terminal(n.value)
    return ""


def is_config_like(ent, n):
    """Whether an expression stands for a config, judged by its names."""
    t = terminal(n).lower()
    if ent.kind.startswith("cfg"):
        b = n
        while isinstance(b, (ast.Attribute, ast.Subscript)):
            b = b.value
        if isinstance(b, ast.Name) and b.id == ent.self_name:
            return True
    if isinstance(n, ast.Name) and n.id == ent.self_name:
        return ent.kind.startswith("cfg")
    return "config" in t or "cfg" in t or t in ("text", "vision", "params")
