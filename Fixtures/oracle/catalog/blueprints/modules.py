"""Building modules of the library, their ties and walks over them."""

import re

from .reading import Entry
from .values import Config, Module, NotInterpreted, Returned


class ModuleBuilding:
    """Modules of classes in the sliced sources."""

    def resolution_order(self, e):
        """A class and those that it derives from."""
        return [e] + [
            x for x in (self.cat.find(b, e.unit) for b in e.bases) if isinstance(x, Entry)
        ]

    def construct(self, e, a, k):
        """A module of a class, as its constructor builds it."""
        m = Module(e.disp, e)
        if e.kind == "model":
            c = a[0] if a else k.get("config")
            if isinstance(c, Config):
                c.d.setdefault("_attn_impl", "sdpa" if e.sdpa else "eager")
        self.init(m, e, a, k)
        if e.kind == "model":
            self.post_init(m)
        return m

    def init(self, m, e, a, k):
        """Runs the constructor that a class has or inherits."""
        for b in self.resolution_order(e):
            if b.args is not None:
                env = self.bind(b.args, a, k, b.unit, {})
                env["self"] = m
                env["__unit__"] = b.unit
                try:
                    self.run(b.init, env)
                except Returned:
                    pass
                return
        for b in e.bases:
            if self.cat.find(b, e.unit) is None:
                return self.fill_torch_module(m, b, a, k)
        if e.kind == "model" and (a or "config" in k):
            m.attrs["config"] = a[0] if a else k["config"]

    def post_init(self, m):
        """What `post_init` collects: tied tensors and classes that are not cut."""
        e = m.entry
        cfg = m.attrs.get("config")
        tied = {}
        mytied = e.tied
        if "_tied_weights_keys" in m.attrs:
            mytied = m.attrs["_tied_weights_keys"]
        for b in self.resolution_order(e):
            if "_tied_weights_keys" in b.getters:
                mytied = self.call_function(b.getters["_tied_weights_keys"], [], {}, selfv=m)
                break
        if (
            mytied
            and isinstance(cfg, Config)
            and self.truth(self.config_value(cfg, "tie_word_embeddings", False))
        ):
            tied = self.expanded_ties(m, mytied)
        m.no_split = set(e.no_split or [])
        for n, c in m.mods.items():
            if c is None:
                continue
            for kk, v in getattr(c, "tied", {}).items():
                tied[f"{n}.{kk}"] = f"{n}.{v}"
            m.no_split |= getattr(c, "no_split", set())
        m.tied = tied
        for d, src in tied.items():
            try:
                dp, _, dn = d.rpartition(".")
                sp, _, sn = src.rpartition(".")
                S = self.submodule(m, sp) if sp else m
                D = self.submodule(m, dp) if dp else m
            except (KeyError, AttributeError):
                continue
            if sn in S.params and dn in D.params:
                D.params[dn] = S.params[sn]

    def expanded_ties(self, m, mp):
        """{tied tensor: its source} of patterns over names."""
        cc = re.compile(r"^[A-Za-z0-9_\.]+(weight)|(bias)$")
        if all(cc.match(x) for x in list(mp) + list(mp.values())):
            return dict(mp)
        names = [n for n, _ in self.named_parameters(m)] + [n for n, _ in self.named_buffers(m)]
        names = sorted(set(names))
        out = {}
        for t, src in mp.items():
            S = [x for x in names if re.search("^" + src, x)]
            D = [x for x in names if re.search("^" + t, x)]
            if not S or not D or len(D) % len(S):
                raise NotInterpreted(f"tie {src} {t}")
            for j, d in enumerate(D):
                q = S[j % len(S)]
                out[d] = out.get(q, q)
        return out

    def named_modules(self, m, p=""):
        """(path, module) of a module and all below it."""
        yield p, m
        for n, c in m.mods.items():
            if c is not None:
                yield from self.named_modules(c, (p + "." if p else "") + n)

    def named_parameters(self, m):
        """(path, parameter) below a module."""
        for p, x in self.named_modules(m):
            for n, t in x.params.items():
                if t is not None:
                    yield (p + "." if p else "") + n, t

    def named_buffers(self, m):
        """(path, buffer) below a module."""
        for p, x in self.named_modules(m):
            for n, t in x.bufs.items():
                if t is not None:
                    yield (p + "." if p else "") + n, t

    def build(self, cls, config):
        """The model of a class at a config.json."""
        q = self.cat.index["classes"].get(cls)
        if q is None:
            raise NotInterpreted("class not in catalog")
        e = self.cat.find(q, "lib")
        if e.config is None:
            raise NotInterpreted("no config class")
        c = self.make_config(self.cat.find(e.config, e.unit), config)
        return self.construct(e, [c], {})

    def dump(self, m):
        """A model as plain lists."""
        mods = [(n, x.cls) for n, x in self.named_modules(m)]
        return dict(
            mods=mods,
            params=[(n, list(t.shape), t.dtype) for n, t in self.named_parameters(m)],
            bufs=[
                (n, list(t.shape), t.dtype, bool(t.persistent)) for n, t in self.named_buffers(m)
            ],
            tied=getattr(m, "tied", {}),
            no_split=sorted(getattr(m, "no_split", [])),
        )

    def submodule(self, m, p):
        """The module at a path."""
        for x in p.split("."):
            m = m.mods[x]
        return m
