"""What comes to life and what dies while a model runs, in order."""
import hashlib
import weakref

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

aten = torch.ops.aten


class Storage:
    """One storage: the operator that made it, the sides of its first tensor, bytes of an element, and whether the dtype
    is that of the model (so that its width follows it)."""
    __slots__ = ("operator", "sides", "width", "follows", "bytes")

    def __init__(self, operator, tensor, dtype):
        self.operator, self.bytes, self.width = operator, tensor.untyped_storage().nbytes(), tensor.element_size()
        self.follows = tensor.dtype == dtype
        sides, count = tuple(tensor.shape), self.bytes // self.width
        self.sides = sides if tensor.numel() == count else (count,)


# Operators that take a mask for the numbers of what it picks.
MASKED = aten.index.Tensor, aten.index_put_.default, aten.index_put.default


def is_mask(index): return index is not None and index.device.type == "meta" and index.dtype in (torch.bool, torch.uint8)


def picked(indices):
    """Numbers of all elements in the place of a mask, one index for each of its sides."""
    return [torch.empty(one.numel(), dtype=torch.long, device="meta") if is_mask(one) else one for one in indices for _ in range(one.dim() if is_mask(one) else 1)]


class Timeline(TorchDispatchMode):
    """Records every storage that an operator returns. `base` (weights, inputs) does not count."""

    def __init__(self, base, dtype, old=()):
        super().__init__()
        self.dtype = dtype
        # Kept alive: a class may put other weights in the place of its own, and an address be used again.
        self.base = {tensor.untyped_storage()._cdata: tensor.untyped_storage() for tensor in base}
        self.live, self.storages, self.events = {}, [], []
        self.old_places = {}
        for place, tensor in old:
            self.take(tensor, "past")
            self.old_places[place] = self.live[tensor.untyped_storage()._cdata]
        self.started = len(self.events)

    def take(self, tensor, operator):
        storage = tensor.untyped_storage()
        key = storage._cdata
        if key in self.base or key in self.live: return
        serial = len(self.storages)
        self.storages.append(Storage(operator, tensor, self.dtype))
        self.live[key] = serial
        self.events.append((1, serial))
        weakref.finalize(storage, self.dies, key, serial).atexit = False

    def dies(self, key, serial):
        if self.live.get(key) == serial:
            del self.live[key]
            self.events.append((-1, serial))

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        if function is aten._local_scalar_dense.default and args[0].device.type == "meta":
            # A value read back: "is everything unmasked?" is answered with no; numbers are 0.
            return {torch.bool: False}.get(args[0].dtype, 0.0 if args[0].dtype.is_floating_point else 0)
        if function is aten.nonzero.default and args[0].device.type == "meta":
            # Which tokens an expert gets: at most all of them, each once.
            out = torch.empty(args[0].shape[-1], args[0].dim(), dtype=torch.long, device="meta")
        elif function in MASKED and any(is_mask(one) for one in args[1]):
            # What a mask picks: at most all.
            out = function(args[0], picked(args[1]), *args[2:], **(kwargs or {}))
        else:
            out = function(*args, **(kwargs or {}))
        for leaf in tree_leaves(out):
            if isinstance(leaf, torch.Tensor): self.take(leaf, function._opname if hasattr(function, "_opname") else str(function))
        self.events.append((0, 0))
        return out


def cached(cache):
    """[(place, tensor)] of what a cache keeps."""
    found, seen = [], set()

    def visit(value, place):
        if id(value) in seen: return
        seen.add(id(value))
        if isinstance(value, torch.Tensor): found.append((place, value))
        elif isinstance(value, dict):
            for name, item in value.items(): visit(item, f"{place}.{name}")
        elif isinstance(value, (list, tuple)):
            for index, item in enumerate(value): visit(item, f"{place}.{index}")
        elif hasattr(value, "__dict__") and type(value).__module__.startswith("transformers"):
            if not isinstance(value, torch.nn.Module) and "Config" not in type(value).__name__:
                for name, item in vars(value).items(): visit(item, f"{place}.{name}")

    visit(cache, "cache")
    return found


class Recording:
    """The steps of one forward pass: for each, the serials alive beside weights and what the cache keeps."""

    def __init__(self, line, cache):
        self.storages = line.storages
        kept = {}
        for place, tensor in cached(cache):
            serial = line.live.get(tensor.untyped_storage()._cdata)
            if serial is not None: kept[serial] = place
        replaced = {}
        for place, serial in line.old_places.items():
            new = [s for s, p in kept.items() if p == place and s != serial]
            if new: replaced[new[0]] = serial
        self.kept, self.replaced, self.events = kept, replaced, self.ordered(line.events)
        self.old = set(line.old_places.values())

    @staticmethod
    def ordered(events):
        """What dies between two operators in the order of birth: the order of deaths says nothing."""
        out, dying = [], []
        for event in events:
            if event[0] < 0:
                dying.append(event)
                continue
            out += sorted(dying, key=lambda e: e[1])
            dying = []
            out.append(event)
        return out + sorted(dying, key=lambda e: e[1])

    def walk(self):
        """Yields (+1 or -1, serial) of what counts, and (0, index) after each operator."""
        counted, waiting = set(), dict(self.replaced)
        gone = set()
        for index, (sign, serial) in enumerate(self.events):
            if sign == 0:
                yield 0, index
            elif sign == 1:
                if serial in self.replaced and self.replaced[serial] not in gone:
                    counted.add(self.replaced[serial])
                    yield 1, self.replaced[serial]
                if serial not in self.kept and serial not in self.old:
                    counted.add(serial)
                    yield 1, serial
            else:
                gone.add(serial)
                if serial in counted:
                    counted.discard(serial)
                    yield -1, serial

    def peak(self):
        """(bytes, index of the step)"""
        live, most, at = 0, 0, -1
        for sign, what in self.walk():
            if sign: live += sign * self.storages[what].bytes
            elif live > most: most, at = live, what
        return most, at

    def alive(self, step):
        """The storages alive at a step, largest first."""
        live = set()
        for sign, what in self.walk():
            if sign == 0:
                if what == step: break
            elif sign > 0: live.add(what)
            else: live.discard(what)
        return sorted((self.storages[serial] for serial in live), key=lambda storage: -storage.bytes)

    def structure(self):
        """Births and deaths in their order, without names: what classes have in common that take the same."""
        return hashlib.sha256(repr(([event for event in self.events if event[0]], [(s.width, s.follows, len(s.sides)) for s in self.storages])).encode()).hexdigest()[:16]

    def signature(self):
        return tuple((sign, serial) for sign, serial in self.events if sign), tuple((s.operator, s.width, s.follows, len(s.sides)) for s in self.storages)
