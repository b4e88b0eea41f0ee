"""Arithmetic of shapes and dtypes."""

from .values import DTypeName, NativeFunction


def as_tuple(v, n):
    """A value as a tuple of n, as torch reads sizes."""
    return tuple(v) if isinstance(v, (list, tuple)) else (v,) * n


def broadcast(a, b):
    """The shape that two shapes broadcast to."""
    r = []
    a = list(a)
    b = list(b)
    n = max(len(a), len(b))
    a = [1] * (n - len(a)) + a
    b = [1] * (n - len(b)) + b
    for x, y in zip(a, b):
        r.append(y if x == 1 else x)
    return tuple(r)


DTYPES = [
    "bool",
    "uint8",
    "int8",
    "int16",
    "int32",
    "int64",
    "float16",
    "bfloat16",
    "floating",
    "float32",
    "float64",
    "complex64",
]


def promoted(a, b):
    """The wider of two dtypes."""
    return a if DTYPES.index(a) >= DTYPES.index(b) else b


def dtype_of(k, d="floating"):
    """The dtype that the keywords ask for."""
    v = k.get("dtype")
    if isinstance(v, NativeFunction):
        return {"bool": "bool", "int": "int64", "float": "float64"}.get(getattr(v, "name", ""), d)
    return v.n if isinstance(v, DTypeName) else d


def size_of(self, a, k):
    """The size in the arguments."""
    if "size" in k:
        return as_tuple(k["size"], 1)
    if len(a) == 1 and isinstance(a[0], (list, tuple)):
        return tuple(a[0])
    return tuple(x for x in a if isinstance(x, int))
