"""What the interpreter computes with: stand-ins for tensors, modules, configs, classes and
functions."""

MISSING = object()


class NotInterpreted(Exception):
    """Something in a constructor that the interpreter has no meaning for, or whose value cannot be
    known."""

    pass


class Returned(Exception):
    """A `return`, with its value."""

    def __init__(self, v):
        self.v = v


class Continued(Exception):
    """A `continue`."""

    pass


class Broken(Exception):
    """A `break`."""

    pass


class Tensor:  # abstract tensor
    """A tensor without content: shape, dtype (`floating` follows the model), kind (`t`, `param`,
    `buffer`); `val` for small known content."""

    __slots__ = ("shape", "dtype", "kind", "persistent", "val")

    def __init__(self, shape, dtype="floating", kind="t", persistent=True, val=None):
        self.shape = tuple(int(x) for x in shape)
        self.dtype = dtype
        self.kind = kind
        self.persistent = persistent
        self.val = val


class DTypeName:
    """A torch dtype, by its name."""

    def __init__(self, n):
        self.n = n


class Module:
    """A built module: its class, children (`mods`), parameters, buffers and other attributes."""

    def __init__(self, cls, entry):
        self.cls = cls
        self.entry = entry
        self.slots = {}
        self.mods = {}
        self.params = {}
        self.bufs = {}
        self.attrs = {}
        self.elements = None


class ClassReference:
    """A class of the sliced sources."""

    def __init__(self, e):
        self.e = e


class TorchClass:
    """A class of torch, by its name."""

    def __init__(self, n):
        self.n = n


class Function:
    """A function or method of the sliced sources, with what it closes over."""

    def __init__(self, name, args, body, unit, owner=None, cat=None, env=None, selfv=None):
        self.name, self.args, self.body, self.unit, self.owner, self.env, self.selfv = (
            name,
            args,
            body,
            unit,
            owner,
            env,
            selfv,
        )


class NativeFunction:
    """A function that is written here: (arguments, keywords) -> value."""

    def __init__(self, f):
        self.f = f


class Config:
    """A config object: its class, its fields (`d`), and what single layers have instead
    (`override`)."""

    def __init__(self, e):
        self.e = e
        self.d = {}
        self.override = None


class PythonModule:
    """A module such as `torch` or `math`, by its name."""

    def __init__(self, n):
        self.n = n


class ConfigMapping:
    """The library's table of config classes by model type."""

    pass


class SubConfig:
    """What a config class says of a part: class, model type, defaults."""

    def __init__(self, c, t, i):
        self.config_class, self.model_type, self.init_kwargs = c, t, i


class Signature:
    """The parameters of a class."""

    def __init__(self, p):
        self.p = p


class LayerConfigs:
    """`per_layer_config`: a config for each layer."""

    def __init__(self, c):
        self.c = c


class TypeName:
    """A type that is only compared with."""

    def __init__(self, n):
        self.n = n


class Distribution:
    """A distribution that a time series head draws from: how many parameters it has, and for so
    many values each."""

    def __init__(self, parameters, dim=1):
        self.parameters, self.dim = parameters, dim
