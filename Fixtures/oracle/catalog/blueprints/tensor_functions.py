"""Functions of torch, by the shape and dtype of what they return."""

import math

from .functions import b_weight_norm
from .shapes import as_tuple, broadcast, dtype_of, size_of
from .tensor_methods import TENSOR_METHODS, m_chunk, m_perm, m_split, m_sum
from .values import DTypeName, Tensor


def t_arange(self, a, k):
    """`torch.arange`."""
    st, en, sp = (
        (0, a[0] if a else k["end"], 1)
        if len(a) <= 1
        else (a[0], a[1], a[2] if len(a) > 2 else k.get("step", 1))
    )
    return Tensor(
        (max(0, math.ceil((en - st) / sp)),),
        dtype_of(k, "floating" if any(isinstance(x, float) for x in (st, en, sp)) else "int64"),
    )


def t_tensor(self, a, k):
    """`torch.tensor`."""
    v = a[0]

    def leaf(x):
        while isinstance(x, (list, tuple)) and x:
            x = x[0]
        return x

    l = leaf(v)
    if isinstance(l, Tensor):
        d = l.dtype
    else:
        d = "bool" if isinstance(l, bool) else "int64" if isinstance(l, int) else "floating"
    return Tensor(
        self.shape_of(v),
        dtype_of(k, d),
        val=(
            v
            if not isinstance(v, (list, tuple, Tensor))
            else list(v)
            if isinstance(v, (list, tuple)) and v and all(type(x) in (int, float) for x in v)
            else None
        ),
    )


def f_pad(a, k):
    """`F.pad`."""
    t = a[0]
    p = a[1]
    sh = list(t.shape)
    for i in range(len(p) // 2):
        sh[-1 - i] += p[2 * i] + p[2 * i + 1]
    return Tensor(sh, t.dtype)


def t_lin(self, a, k):
    """`torch.linspace`."""
    n = a[2] if len(a) > 2 else k["steps"]
    x, y = float(a[0]), float(a[1])
    return Tensor(
        (n,),
        dtype_of(k),
        val=[x + (y - x) * i / max(1, n - 1) for i in range(n)] if n < 5000 else None,
    )


def t_ri(self, a, k):
    """`torch.repeat_interleave`."""
    d = k.get("dim", a[2] if len(a) > 2 else None)
    sh = list(a[0].shape)
    if d is None:
        return Tensor((math.prod(sh) * a[1],), a[0].dtype)
    sh[d] *= a[1]
    return Tensor(sh, a[0].dtype)


def t_cat(self, a, k):
    """`torch.cat`."""
    xs = self.iter(a[0])
    d = a[1] if len(a) > 1 else k.get("dim", k.get("axis", 0))
    sh = list(xs[0].shape)
    d %= max(1, len(sh))
    sh[d] = sum(x.shape[d] for x in xs)
    return Tensor(sh, xs[0].dtype)


def t_stack(self, a, k):
    """`torch.stack`."""
    xs = self.iter(a[0])
    d = a[1] if len(a) > 1 else k.get("dim", 0)
    sh = list(xs[0].shape)
    d = d % (len(sh) + 1)
    sh.insert(d, len(xs))
    return Tensor(sh, xs[0].dtype)


def t_like(d=None):
    """Functions whose result is like their argument."""
    return lambda self, a, k: Tensor(
        a[0].shape if isinstance(a[0], Tensor) else (),
        dtype_of(k, d or (a[0].dtype if isinstance(a[0], Tensor) else "floating")),
    )


def t_full(self, a, k):
    """`torch.full`."""
    sz = a[0] if a else k["size"]
    fv = a[1] if len(a) > 1 else k.get("fill_value")
    return Tensor(
        as_tuple(sz, 1),
        dtype_of(
            k, "bool" if isinstance(fv, bool) else "int64" if isinstance(fv, int) else "floating"
        ),
    )


def t_mesh(self, a, k):
    """`torch.meshgrid`."""
    xs = a if not isinstance(a[0], (list, tuple)) else a[0]
    sh = tuple(x.shape[0] for x in xs)
    if k.get("indexing") == "xy" and len(sh) > 1:
        sh = (sh[1], sh[0]) + sh[2:]
    return tuple(Tensor(sh, x.dtype) for x in xs)


def t_bin(d=None):
    """Functions of two tensors."""
    return lambda self, a, k: Tensor(
        broadcast(
            a[0].shape if isinstance(a[0], Tensor) else (),
            a[1].shape if len(a) > 1 and isinstance(a[1], Tensor) else (),
        ),
        d or next(x.dtype for x in a if isinstance(x, Tensor)),
    )


_new = lambda self, a, k: Tensor(size_of(self, a, k), dtype_of(k))


def t_fl():
    """Functions whose result is floating."""
    return lambda self, a, k: (
        Tensor(
            a[0].shape,
            a[0].dtype
            if a[0].dtype.startswith(("f", "b")) and a[0].dtype != "bool"
            else "floating",
        )
        if isinstance(a[0], Tensor)
        else 0.0
    )


TENSOR_FUNCTIONS = {n: _new for n in ("zeros", "ones", "empty", "rand", "randn")}

TENSOR_FUNCTIONS.update(
    FloatTensor=lambda self, a, k: (
        Tensor(tuple(a), "float32")
        if a and all(isinstance(x, int) for x in a)
        else Tensor(self.shape_of(a[0]), "float32")
    ),
    Tensor=lambda self, a, k: (
        Tensor(tuple(a))
        if a and isinstance(a[0], int)
        else Tensor(self.shape_of(a[0]) if a else (0,))
    ),
    LongTensor=lambda self, a, k: Tensor(
        tuple(a) if isinstance(a[0], int) else self.shape_of(a[0]), "int64"
    ),
    IntTensor=lambda self, a, k: Tensor(
        tuple(a) if isinstance(a[0], int) else self.shape_of(a[0]), "int32"
    ),
    arange=t_arange,
    tensor=t_tensor,
    as_tensor=t_tensor,
    cat=t_cat,
    concat=t_cat,
    stack=t_stack,
    full=t_full,
    meshgrid=t_mesh,
    linspace=t_lin,
    eye=lambda self, a, k: Tensor((a[0], a[1] if len(a) > 1 else a[0]), dtype_of(k)),
    randint=lambda self, a, k: Tensor(
        next(x for x in list(a) + list(k.values()) if isinstance(x, (tuple, list))),
        dtype_of(k, "int64"),
    ),
    normal=lambda self, a, k: (
        Tensor(as_tuple(k["size"] if "size" in k else a[2], 1))
        if "size" in k or len(a) > 2
        else Tensor(a[0].shape)
    ),
    where=lambda self, a, k: Tensor(
        broadcast(
            a[0].shape,
            broadcast(
                a[1].shape if isinstance(a[1], Tensor) else (),
                a[2].shape if isinstance(a[2], Tensor) else (),
            ),
        ),
        a[1].dtype
        if isinstance(a[1], Tensor)
        else a[2].dtype
        if isinstance(a[2], Tensor)
        else "floating",
    ),
    outer=lambda self, a, k: Tensor((a[0].shape[0], a[1].shape[0]), a[0].dtype),
    einsum=lambda self, a, k: Tensor((a[1].shape[0], a[2].shape[0]), a[1].dtype),
    triu_indices=lambda self, a, k: Tensor((2, 0), "int64"),
    hann_window=lambda self, a, k: Tensor((a[0],)),
    is_tensor=lambda self, a, k: isinstance(a[0], Tensor),
    device=lambda self, a, k: a[0],
    Size=lambda self, a, k: tuple(a[0]),
    cumsum=t_like(),
    repeat_interleave=t_ri,
    sign=t_like(),
    log2=t_fl(),
    ceil=t_like(),
    log10=t_fl(),
    bitwise_xor=t_bin(),
    bitwise_or=t_bin(),
    softmax=t_fl(),
    get_default_dtype=lambda self, a, k: DTypeName("floating"),
    ones_like=t_like(),
    zeros_like=t_like(),
    empty_like=t_like(),
    rand_like=t_like(),
    randn_like=t_like(),
    full_like=t_like(),
    tril=t_like(),
    triu=t_like(),
    exp=t_fl(),
    log=t_fl(),
    sin=t_fl(),
    cos=t_fl(),
    sqrt=t_fl(),
    clamp=t_like(),
    pow=t_bin(),
    floor=t_like(),
    abs=t_like(),
    expm1=t_fl(),
    inverse=t_fl(),
    flip=t_like(),
    round=t_like(),
    sinc=t_fl(),
    rsqrt=t_fl(),
    logspace=lambda self, a, k: Tensor((a[2] if len(a) > 2 else k["steps"],), dtype_of(k)),
    kaiser_window=lambda self, a, k: Tensor((a[0],)),
    polar=lambda self, a, k: Tensor(a[0].shape, "complex64"),
    unsqueeze=lambda self, a, k: TENSOR_METHODS["unsqueeze"](self, a[0], a[1:], k),
    reshape=lambda self, a, k: TENSOR_METHODS["reshape"](self, a[0], a[1:], k),
    flatten=lambda self, a, k: TENSOR_METHODS["flatten"](self, a[0], a[1:], k),
    transpose=lambda self, a, k: TENSOR_METHODS["transpose"](self, a[0], a[1:], k),
    weight_norm=lambda self, a, k: b_weight_norm(self, a, k),
    weight_norm_old=lambda self, a, k: b_weight_norm(self, a, {**k, "__old__": 1}),
    cumprod=t_like(),
    clip=t_like(),
    minimum_=t_like(),
    tanh=t_fl(),
    view_as_complex=lambda self, a, k: Tensor(a[0].shape[:-1], "complex64"),
    view_as_real=lambda self, a, k: Tensor(a[0].shape + (2,), "float32"),
    squeeze=lambda self, a, k: TENSOR_METHODS["squeeze"](self, a[0], a[1:], k),
    no_grad=lambda self, a, k: None,
    roll=t_like(),
    diag=lambda self, a, k: Tensor(
        a[0].shape + a[0].shape if len(a[0].shape) == 1 else a[0].shape[:1], a[0].dtype
    ),
    sum=lambda self, a, k: m_sum(self, a[0], a[1:], k),
    mean=lambda self, a, k: m_sum(self, a[0], a[1:], k),
    prod=lambda self, a, k: m_sum(self, a[0], a[1:], k),
    linalg=None,
    any=lambda self, a, k: Tensor((), "bool"),
    square=t_like(),
    norm=lambda self, a, k: m_sum(self, a[0], [], k),
    split=lambda self, a, k: m_split(self, a[0], a[1:], k),
    chunk=lambda self, a, k: m_chunk(self, a[0], a[1:], k),
    permute=lambda self, a, k: m_perm(self, a[0], a[1:], k),
    fmod=t_bin(),
    mul=t_bin(),
    div=t_bin(),
    add=t_bin(),
    bitwise_and=t_bin(),
    sigmoid=t_fl(),
    log1p=t_fl(),
    logical_and=t_bin("bool"),
    max=t_bin(),
    maximum=t_bin(),
    minimum=t_bin(),
    numel=lambda self, a, k: math.prod(a[0].shape),
)
