"""Config objects: defaults, aliases, sub-configs, derived fields, layers with fields of their
own."""

import copy

from .values import (
    ClassReference,
    Config,
    Function,
    LayerConfigs,
    MISSING,
    NativeFunction,
    NotInterpreted,
    PythonModule,
    SubConfig,
)


class ConfigBuilding:
    """Configs of classes in the sliced sources."""

    def make_config(self, e, d):
        """A config of a class from the fields that are given."""
        c = Config(e)
        d = dict(d)
        init = None
        for b in self.resolution_order(e):
            if "__init__" in b.methods:
                init = b.methods["__init__"]
                break
        if init is not None:
            self.call_function(init, [], d, selfv=c)
            return c
        fields = {}
        for b in reversed(self.resolution_order(e)):
            for n, x in b.fields.items():
                fields[n] = (x, b.unit)
        kw = dict(d)
        al = self.alias(e)
        for n, (x, u) in fields.items():
            if n in kw:
                v = copy.deepcopy(kw.pop(n))
            else:
                v = self.evaluate(x, {"__unit__": u})
            self.set_config_value(c, n, v)
        # every dataclass field listed, the rest are extra kwargs
        self.run_post_init(c, e, kw)
        return c

    def alias(self, e):
        """{attribute: field} of a config class."""
        r = {}
        for b in reversed(self.resolution_order(e)):
            r.update(b.alias)
        return r

    def run_post_init(self, c, e, kw):
        """Runs the `__post_init__` that a class has or inherits."""
        for b in self.resolution_order(e):
            if "__post_init__" in b.methods:
                self.call_function(b.methods["__post_init__"], [], kw, selfv=c)
                return
        self.base_post_init(c, kw)

    def base_post_init(self, c, kw):
        """What the base class does after the fields are set."""
        e = c.e
        subs = {}
        for b in reversed(self.resolution_order(e)):
            subs.update({k: (v, b.unit) for k, v in b.subs.items()})
        for key, ((cn, mt, opt, init), u) in subs.items():
            v = self.config_value(c, key, None)
            if v is None and opt:
                continue
            if isinstance(v, Config):
                continue
            if key == "backbone_config":
                kw.pop("use_timm_backbone", None)
                bk = kw.pop("backbone_kwargs", {})
                bb = kw.pop("backbone", None)
                kw.pop("use_pretrained_backbone", None)
                if v is None and bb is not None:
                    raise NotInterpreted("hub backbone")
                if v is None:
                    v = self.config_for(mt, self.evaluate(init, {"__unit__": u}))
                else:
                    v = self.config_for(v.get("model_type"), v)
                self.set_config_value(c, key, v)
                continue
            ini = self.evaluate(init, {"__unit__": u})
            if v is None:
                d = ini
            else:
                d = v
            if cn == "auto":
                ty = v.get("model_type", mt) if v is not None else mt
                self.set_config_value(c, key, self.config_for(ty, d))
            else:
                self.set_config_value(c, key, self.make_config(self.cat.find(cn, u), d))
        kw.pop("torch_dtype", None)
        kw.pop("dtype", None)
        if c.d.get("id2label") is None:
            n = kw.get("num_labels")
            n = 2 if n is None and "id2label" not in kw else n
            if kw.get("id2label") is not None:
                c.d["id2label"] = kw.pop("id2label")
            else:
                c.d["id2label"] = {i: f"LABEL_{i}" for i in range(n or 2)}
        kw.pop("id2label", None)
        kw.pop("label2id", None)
        kw.pop("num_labels", None)
        if "rope_parameters" in c.d or (kw.get("rope_scaling") and kw.get("rope_theta")):
            kw = self.call(self.getattr(c, "convert_rope_params_to_dict"), [], kw)
        for x in (
            "name_or_path",
            "_commit_hash",
            "output_attentions",
            "attn_implementation",
            "experts_implementation",
            "transformers_version",
            "architectures",
        ):
            kw.pop(x, None)
        plc = kw.pop("per_layer_config", None)
        for n, v in kw.items():
            if n.startswith("_attn") or n == "model_type":
                continue
            try:
                self.set_config_value(c, n, v)
            except NotInterpreted:
                pass
        if plc is not None:
            self.set_config_value(c, "per_layer_config", plc)
        mp = {
            "mamba": "linear_attention",
            "attention": "full_attention",
            "deepseek_sparse_attention": "indexed_attention",
            "qwen_sparse_attention": "indexed_attention",
        }
        for n in ("layer_types", "mtp_layer_types"):
            v = self.config_value(c, n, None)
            if v is not None and any(x in mp for x in v):
                self.set_config_value(c, n, [mp.get(x, x) for x in v])

    def make_sub_config(self, spec, key, sub=None, **kw):
        """The config of a part, and the arguments that are left."""
        if isinstance(sub, Config):
            return sub, kw
        if key == "backbone_config":
            for x in ("use_timm_backbone", "backbone_kwargs", "use_pretrained_backbone"):
                kw.pop(x, None)
            if kw.pop("backbone", None) is not None and sub is None:
                raise NotInterpreted("hub backbone")
            return (
                self.config_for(spec.model_type, spec.init_kwargs)
                if sub is None
                else self.config_for(sub.get("model_type"), sub)
            ), kw
        if isinstance(spec.config_class, ClassReference):
            return self.make_config(
                spec.config_class.e, spec.init_kwargs if sub is None else sub
            ), kw
        return (
            self.config_for(
                (sub or {}).get("model_type", spec.model_type),
                spec.init_kwargs if sub is None else sub,
            ),
            kw,
        )

    def config_for(self, mt, d):
        """The config of a model type."""
        q = self.cat.index["types"].get(mt)
        if q is None:
            raise NotInterpreted(f"unknown model_type {mt}")
        e = self.cat.find(q, "lib")
        if e is None:
            raise NotInterpreted(f"config missing {q}")
        return self.make_config(e, d)

    def config_value(self, c, n, default=MISSING):
        """An attribute of a config: property, field, or what the base class has."""
        n = self.alias(c.e).get(n, n)
        for b in self.resolution_order(c.e):
            if n in b.getters:
                return self.call_function(b.getters[n], [], {}, selfv=c)
        if n in c.d:
            return c.d[n]
        if n == "num_labels":
            return len(c.d["id2label"]) if c.d.get("id2label") is not None else None
        if n == "model_type":
            return next(
                (b.model_type for b in self.resolution_order(c.e) if b.model_type is not None), ""
            )
        if n in ("_attn_implementation", "_attn_implementation_internal"):
            return c.d.get("_attn_impl")
        if n == "id2label":
            return None
        if n == "sub_configs_defaults":
            r = {}
            for b in reversed(self.resolution_order(c.e)):
                r.update(
                    {
                        k: SubConfig(
                            (
                                ClassReference(self.cat.find(v[0], b.unit))
                                if v[0] != "auto"
                                else PythonModule("AutoConfig")
                            ),
                            v[1],
                            self.evaluate(v[3], {"__unit__": b.unit}),
                        )
                        for k, v in b.subs.items()
                    }
                )
            return r
        if n == "update":
            return NativeFunction(
                lambda a, k: [self.set_config_value(c, x, y) for x, y in a[0].items()]
            )
        if n == "is_heterogeneous":
            return c.override is not None
        if n == "per_layer_config":
            return LayerConfigs(c)
        if n in ("rope_scaling",) and "rope_parameters" in c.d:
            return c.d["rope_parameters"]
        if n in ("is_encoder_decoder", "output_hidden_states", "output_attentions"):
            return False
        if n in ("chunk_size_feed_forward",):
            return 0
        if n in ("use_return_dict", "return_dict"):
            return True
        if n in ("dtype", "torch_dtype", "_experts_implementation", "problem_type"):
            return None
        if n == "default_theta":
            return 10000.0
        if n == "default_rope_type":
            return "default"
        if n == "ignore_keys_at_rope_validation":
            return set()
        if n == "name_or_path" or n == "_name_or_path":
            return ""
        if n == "sub_configs":
            r = {}
            for b in reversed(self.resolution_order(c.e)):
                r.update(
                    {
                        k: (
                            ClassReference(self.cat.find(v[0], b.unit))
                            if v[0] != "auto"
                            else PythonModule("AutoConfig")
                        )
                        for k, v in b.subs.items()
                    }
                )
            return r
        for b in self.resolution_order(c.e):
            if n in b.methods:
                return Function(
                    n,
                    b.methods[n].args,
                    b.methods[n].body,
                    b.unit,
                    b,
                    selfv=None if b.methods[n].static else c,
                )
        if n == "get_text_config":
            return NativeFunction(lambda a, k: self.text_config(c, **k))
        if n == "__setattr__":
            return NativeFunction(lambda a, k: self.set_config_value(c, a[0], a[1]))
        if n == "to_dict":
            return NativeFunction(lambda a, k: dict(c.d))
        pc = self.cat.find("lib.PreTrainedConfig", "lib")
        if pc and n in pc.methods:
            return Function(n, pc.methods[n].args, pc.methods[n].body, "lib", pc, selfv=c)
        if default is MISSING:
            raise NotInterpreted(f"config attr {c.e.name}.{n}")
        return default

    def text_config(self, c, decoder=None, encoder=None):
        """`get_text_config`."""
        both = decoder == encoder
        dec = ("decoder", "generator", "text_config")
        enc = ("text_encoder",)
        names = enc + dec if both else dec if decoder else enc
        ok = [n for n in names if isinstance(self.config_value(c, n, None), Config)]
        if len(ok) > 1:
            raise NotInterpreted("ambiguous text config")
        if ok:
            return self.config_value(c, ok[0])
        if not both and self.config_value(c, "is_encoder_decoder", False):
            r = copy.deepcopy(c)
            p = "decoder" if decoder else "encoder"
            for k in list(r.d):
                if k.startswith(p) and k != p:
                    nk = (
                        "num_hidden_layers"
                        if k == p + "_layers"
                        else "num_attention_heads"
                        if k == p + "_attention_heads"
                        else k[len(p) + 1 :]
                    )
                    r.d[self.alias(c.e).get(nk, nk)] = r.d.pop(k)
            return r
        return c

    def set_config_value(self, c, n, v):
        """Sets an attribute of a config through aliases and setters."""
        n = self.alias(c.e).get(n, n)
        for b in self.resolution_order(c.e):
            if n in b.setters:
                return self.call_function(b.setters[n], [v], {}, selfv=c)
        if n == "num_labels":
            if v is not None:
                c.d["id2label"] = {i: "" for i in range(v)}
            return
        if n == "rope_scaling":
            n = "rope_parameters"
        if n == "per_layer_config":
            if v is not None:
                self.set_layer_overrides(c, v)
            return
        for b in self.resolution_order(c.e):
            if n in b.getters:
                raise NotInterpreted("readonly " + n)
        c.d[n] = v

    def set_layer_overrides(self, c, plc):
        """Notes the fields that single layers have instead of the config's."""
        ov = {}
        for i, o in plc.items():
            o = {k: v for k, v in o.items() if not (k in c.d and c.d[k] == v)}
            if o:
                ov[int(i)] = o
        c.override = ov

    def layer_config(self, c, i):
        """The config as one layer has it."""
        if c.override is None:
            return c
        if isinstance(i, str):
            i = self.config_value(c, "layer_types").index(i)
        if i < 0:
            i += self.config_value(c, "num_hidden_layers")
        r = Config(c.e)
        r.d = dict(c.d)
        r.override = None
        r.d["skip"] = c.override.get(i, {}).get("skip", [])
        for k, v in c.override.get(i, {}).items():
            if k != "skip":
                self.set_config_value(r, k, v)
        return r
