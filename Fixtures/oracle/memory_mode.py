"""Counts the bytes of storages that are alive while a model runs, with fake tensors that hold no data."""
import weakref

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves


class LiveBytes(TorchDispatchMode):
    """`live` and `peak` bytes of the storages made while the mode is on; those in `ignored` do not count."""

    def __init__(self, ignored=()):
        super().__init__()
        self.live = self.peak = 0
        self.known = {}
        self.ignored = list(ignored)  # kept alive, so that an address is not used again
        self.ignored_ids = {storage._cdata for storage in self.ignored}

    def count(self, tensor):
        storage = tensor.untyped_storage()
        key = storage._cdata
        if key in self.known or key in self.ignored_ids: return
        size = storage.nbytes()
        self.live += size

        def gone(_):
            self.live -= size
            self.known.pop(key, None)

        self.known[key] = weakref.ref(storage, gone)

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        out = function(*args, **(kwargs or {}))
        for leaf in tree_leaves(out):
            if isinstance(leaf, torch.Tensor): self.count(leaf)
        self.peak = max(self.peak, self.live)
        return out
