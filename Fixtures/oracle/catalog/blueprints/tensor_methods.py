"""Methods of tensors, by the shape and dtype of what they return."""

import math

from .shapes import as_tuple, size_of
from .values import DTypeName, Tensor


def m_view(self, t, a, k):
    """`view`, `reshape`."""
    if a and isinstance(a[0], DTypeName):
        return Tensor(t.shape, a[0].n)
    sh = list(a[0]) if len(a) == 1 and isinstance(a[0], (list, tuple)) else list(a)
    n = math.prod(t.shape)
    if -1 in sh:
        i = sh.index(-1)
        r = math.prod(x for x in sh if x != -1)
        sh[i] = n // r if r else 0
    return Tensor(sh, t.dtype)


def m_expand(self, t, a, k):
    """`expand`."""
    sh = list(a[0]) if len(a) == 1 and isinstance(a[0], (list, tuple)) else list(a)
    old = [1] * (len(sh) - len(t.shape)) + list(t.shape)
    return Tensor([o if x == -1 else x for x, o in zip(sh, old)], t.dtype)


def m_unsq(self, t, a, k):
    """`unsqueeze`."""
    d = a[0] if a else k["dim"]
    sh = list(t.shape)
    d = d % (len(sh) + 1)
    sh.insert(d, 1)
    return Tensor(sh, t.dtype)


def m_sq(self, t, a, k):
    """`squeeze`."""
    sh = list(t.shape)
    if a:
        if sh[a[0]] == 1:
            del sh[a[0]]
    else:
        sh = [x for x in sh if x != 1]
    return Tensor(sh, t.dtype)


def m_to(self, t, a, k):
    """`to`."""
    d = next((x.n for x in list(a) + list(k.values()) if isinstance(x, DTypeName)), t.dtype)
    return Tensor(t.shape, d)


def m_rep(self, t, a, k):
    """`repeat`."""
    r = list(a[0]) if len(a) == 1 and isinstance(a[0], (list, tuple)) else list(a)
    sh = [1] * (len(r) - len(t.shape)) + list(t.shape)
    return Tensor([x * y for x, y in zip(sh, r)], t.dtype)


def m_tr(self, t, a, k):
    """`transpose`."""
    sh = list(t.shape)
    i, j = (a[0], a[1]) if len(a) > 1 else (k["dim0"], k["dim1"])
    sh[i], sh[j] = sh[j], sh[i]
    return Tensor(sh, t.dtype)


def m_perm(self, t, a, k):
    """`permute`."""
    p = a[0] if len(a) == 1 and isinstance(a[0], (list, tuple)) else a
    return Tensor([t.shape[i] for i in p], t.dtype)


def m_flat(self, t, a, k):
    """`flatten`."""
    i = a[0] if a else k.get("start_dim", 0)
    j = a[1] if len(a) > 1 else k.get("end_dim", -1)
    n = len(t.shape)
    i %= max(n, 1)
    j %= max(n, 1)
    return Tensor(
        list(t.shape[:i]) + [math.prod(t.shape[i : j + 1])] + list(t.shape[j + 1 :]), t.dtype
    )


def zeros(sh):
    """Nested lists of zeros."""
    return 0.0 if not sh else [zeros(sh[1:]) for _ in range(sh[0])]


def m_split(self, t, a, k):
    """`split`."""
    n = a[0]
    d = a[1] if len(a) > 1 else k.get("dim", 0)
    L = t.shape[d]
    ns = n if isinstance(n, (list, tuple)) else [min(n, L - i) for i in range(0, L, n)]
    out = []
    for x in ns:
        sh = list(t.shape)
        sh[d] = x
        out.append(Tensor(sh, t.dtype))
    return out


def m_chunk(self, t, a, k):
    """`chunk`."""
    n = a[0]
    d = a[1] if len(a) > 1 else k.get("dim", 0)
    sh = list(t.shape)
    sh[d] = sh[d] // n
    return tuple(Tensor(sh, t.dtype) for _ in range(n))


def m_sum(self, t, a, k):
    """`sum` and `mean`."""
    d = k.get("dim", a[0] if a else None)
    kd = k.get("keepdim", False)
    if d is None:
        return Tensor((), t.dtype)
    ds = [x % len(t.shape) for x in as_tuple(d, 1)]
    return Tensor(
        [1 if i in ds else x for i, x in enumerate(t.shape) if kd or i not in ds], t.dtype
    )


m_same = lambda self, t, a, k: Tensor(t.shape, t.dtype)

TENSOR_METHODS = {
    n: m_same
    for n in (
        "clone detach contiguous requires_grad_ fill_ uniform_ normal_ zero_ cpu cuda clamp clamp_ "
        "mul_ add_ div_ sub_ exp log flip abs floor round masked_fill masked_fill_ copy_ cumsum "
        "sin cos sqrt pow neg sub pin_memory tril triu mul add div roll sigmoid rsqrt exp_ log_ "
        "ceil trunc_normal_ bernoulli_ type_as softmax fill_diagonal_ t_ flip requires_grad_"
    ).split()
}


def m_cumsum(self, t, a, k):
    """`cumsum`."""
    v = None
    if isinstance(t.val, list):
        v = []
        c = 0
        for x in t.val:
            c += x
            v.append(c)
    return Tensor(t.shape, t.dtype, val=v)


TENSOR_METHODS.update(
    cumsum=m_cumsum,
    view=m_view,
    reshape=m_view,
    expand=m_expand,
    unsqueeze=m_unsq,
    squeeze=m_sq,
    to=m_to,
    type=m_to,
    float=lambda self, t, a, k: Tensor(t.shape, "float32"),
    long=lambda self, t, a, k: Tensor(t.shape, "int64"),
    int=lambda self, t, a, k: Tensor(t.shape, "int32"),
    bool=lambda self, t, a, k: Tensor(t.shape, "bool"),
    half=lambda self, t, a, k: Tensor(t.shape, "float16"),
    double=lambda self, t, a, k: Tensor(t.shape, "float64"),
    repeat=m_rep,
    transpose=m_tr,
    permute=m_perm,
    flatten=m_flat,
    chunk=m_chunk,
    size=lambda self, t, a, k: t.shape[a[0]] if a else list(t.shape),
    dim=lambda self, t, a, k: len(t.shape),
    numel=lambda self, t, a, k: math.prod(t.shape),
    item=lambda self, t, a, k: t.val if t.val is not None else 0.0,
    sum=m_sum,
    mean=m_sum,
    tolist=lambda self, t, a, k: t.val if t.val is not None else zeros(t.shape),
    split=lambda self, t, a, k: m_split(self, t, a, k),
    std=m_sum,
    norm=m_sum,
    prod=m_sum,
    all=lambda self, t, a, k: Tensor((), "bool"),
    any=lambda self, t, a, k: Tensor((), "bool"),
    expand_as=lambda self, t, a, k: Tensor(a[0].shape, t.dtype),
    t=lambda self, t, a, k: Tensor(t.shape[::-1], t.dtype),
    repeat_interleave=lambda self, t, a, k: Tensor(
        [
            x * (a[0]) if i == (k.get("dim", a[1] if len(a) > 1 else 0)) % len(t.shape) else x
            for i, x in enumerate(t.shape)
        ],
        t.dtype,
    ),
    eq=lambda self, t, a, k: Tensor(t.shape, "bool"),
    new_zeros=lambda self, t, a, k: Tensor(size_of(self, a, k), t.dtype),
    view_as=lambda self, t, a, k: Tensor(a[0].shape, t.dtype),
    dtype=m_same,
    unbind=lambda self, t, a, k: self.iter(t),
    numpy=m_same,
    argsort=lambda self, t, a, k: Tensor(t.shape, "int64"),
    max=lambda self, t, a, k: Tensor((), t.dtype),
    outer=lambda self, t, a, k: Tensor((t.shape[0], a[0].shape[0]), t.dtype),
)
