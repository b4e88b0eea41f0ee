"""Modules of torch: which tensors and children their constructors make."""

import re

from .shapes import as_tuple, dtype_of
from .values import DTypeName, Module, NotInterpreted, Tensor

WITHOUT_TENSORS = set(
    """Dropout Dropout1d Dropout2d Dropout3d GELU ReLU ReLU6 SiLU Tanh Sigmoid Identity Softmax
    LogSoftmax LeakyReLU ELU GLU Hardswish Hardsigmoid Mish Softplus CrossEntropyLoss MSELoss
    L1Loss MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d AdaptiveAvgPool1d
    AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool2d Upsample PixelShuffle PixelUnshuffle
    Flatten Unflatten ZeroPad2d ConstantPad1d ConstantPad2d ReflectionPad1d ReflectionPad2d
    ReplicationPad1d Unfold Fold BCEWithLogitsLoss NLLLoss CosineSimilarity CELU SELU Hardtanh
    KLDivLoss SmoothL1Loss Softsign LogSigmoid Module _MaxPoolNd LPPool2d LocalResponseNorm
    Threshold Softmax2d ChannelShuffle HuberLoss CTCLoss BCELoss Softmin PairwiseDistance
    ConstantPad3d ReplicationPad2d ReplicationPad3d ZeroPad1d""".split()
)


class TorchModules:
    """Building torch's own modules."""

    def register(self, m, name, v):
        # torch __setattr__ semantics
        """Sets an attribute of a module as torch does: parameters, modules and buffers have tables
        of their own."""
        if isinstance(v, Tensor) and v.kind == "param":
            for d in (m.mods, m.bufs, m.attrs):
                d.pop(name, None)
            m.params[name] = v
        elif isinstance(v, Module):
            for d in (m.params, m.bufs, m.attrs):
                d.pop(name, None)
            m.mods[name] = v
        elif isinstance(v, Tensor) and v.kind == "buffer":
            for d in (m.params, m.mods, m.attrs):
                d.pop(name, None)
            m.bufs[name] = v
        elif name in m.params and v is None:
            m.params[name] = None
        elif name in m.mods and v is None:
            m.mods[name] = None
        elif name in m.bufs and (v is None or isinstance(v, Tensor)):
            m.bufs[name] = (
                Tensor(v.shape, v.dtype, "buffer", m.bufs[name].persistent)
                if v is not None
                else None
            )
        else:
            m.attrs[name] = v

    def fill_torch_module(self, m, n, a, k):
        """Gives a module what the constructor of a torch class makes of its arguments."""
        fixed = k.get("dtype")
        fixed = fixed.n if isinstance(fixed, DTypeName) else "floating"
        P = lambda *sh: Tensor(sh, fixed, "param")
        g = lambda i, key, d=None: a[i] if len(a) > i else k.get(key, d)
        A = m.attrs
        if n in WITHOUT_TENSORS:
            return
        if n in ("Linear", "NonDynamicallyQuantizableLinear"):
            i, o, b = g(0, "in_features"), g(1, "out_features"), g(2, "bias", True)
            A.update(in_features=i, out_features=o)
            m.params["weight"] = P(o, i)
            m.params["bias"] = P(o) if b else None
        elif n == "Bilinear":
            i, j, o = g(0, "in1_features"), g(1, "in2_features"), g(2, "out_features")
            m.params["weight"] = P(o, i, j)
            m.params["bias"] = P(o) if g(3, "bias", True) else None
        elif n in ("Embedding", "EmbeddingBag"):
            A.update(
                num_embeddings=g(0, "num_embeddings"),
                embedding_dim=g(1, "embedding_dim"),
                padding_idx=g(2, "padding_idx"),
            )
            m.params["weight"] = P(g(0, "num_embeddings"), g(1, "embedding_dim"))
        elif n == "LayerNorm":
            sh = g(0, "normalized_shape")
            sh = as_tuple(sh, 1)
            A["normalized_shape"] = sh
            ea = g(2, "elementwise_affine", True)
            b = k.get("bias", True)
            m.params["weight"] = P(*sh) if ea else None
            m.params["bias"] = P(*sh) if ea and b else None
        elif n == "RMSNorm":
            sh = as_tuple(g(0, "normalized_shape"), 1)
            m.params["weight"] = P(*sh) if g(2, "elementwise_affine", True) else None
        elif n == "GroupNorm":
            c = g(1, "num_channels")
            af = g(3, "affine", True)
            m.params["weight"] = P(c) if af else None
            m.params["bias"] = P(c) if af else None
        elif n in (
            "BatchNorm1d",
            "BatchNorm2d",
            "BatchNorm3d",
            "SyncBatchNorm",
            "InstanceNorm1d",
            "InstanceNorm2d",
        ):
            c = g(0, "num_features")
            inst = n.startswith("Instance")
            af = g(3, "affine", not inst)
            tr = g(4, "track_running_stats", not inst)
            A["num_features"] = c
            m.params["weight"] = P(c) if af else None
            m.params["bias"] = P(c) if af else None
            for bn, sh, dtype_of in (
                ("running_mean", (c,), "floating"),
                ("running_var", (c,), "floating"),
                ("num_batches_tracked", (), "int64"),
            ):
                m.bufs[bn] = Tensor(sh, dtype_of, "buffer") if tr else None
        elif re.match(r"Conv(Transpose)?[123]d$", n):
            d = int(n[-2])
            i, o, ks = g(0, "in_channels"), g(1, "out_channels"), as_tuple(g(2, "kernel_size"), d)
            tr = "Transpose" in n
            gr = k.get("groups", (a[6] if len(a) > 6 else 1))
            b = k.get("bias", (a[7] if len(a) > 7 else True))
            A.update(
                in_channels=i,
                out_channels=o,
                kernel_size=ks,
                groups=gr,
                stride=as_tuple(g(3, "stride", 1) or 1, d),
                padding=g(4, "padding", 0)
                if isinstance(g(4, "padding", 0), str)
                else as_tuple(g(4, "padding", 0), d),
                dilation=as_tuple(k.get("dilation", a[5] if len(a) > 5 and not tr else 1), d),
            )
            m.params["weight"] = P(i, o // gr, *ks) if tr else P(o, i // gr, *ks)
            m.params["bias"] = P(o) if b else None
        elif n == "PReLU":
            m.params["weight"] = P(g(0, "num_parameters", 1))
        elif n == "Sequential":
            if len(a) == 1 and isinstance(a[0], dict):
                for kk, v in a[0].items():
                    m.mods[kk] = v
            else:
                for j, v in enumerate(a):
                    m.mods[str(j)] = v
        elif n in ("ModuleList", "ParameterList"):
            for v in self.iter(g(0, "modules", []) or []):
                self.append(m, v)
        elif n in ("ModuleDict", "ParameterDict"):
            d = g(0, "modules", {}) or {}
            for kk, v in d.items() if isinstance(d, dict) else self.iter(d):
                (m.mods if n == "ModuleDict" else m.params)[kk] = v
        elif n in ("LSTM", "GRU", "RNN"):
            gm = {"LSTM": 4, "GRU": 3, "RNN": 1}[n]
            i, h, L = g(0, "input_size"), g(1, "hidden_size"), g(2, "num_layers", 1)
            b = g(3, "bias", True)
            bi = k.get("bidirectional", False)
            D = 2 if bi else 1
            pj = k.get("proj_size", 0)
            for l in range(L):
                for d in range(D):
                    sf = "_reverse" if d else ""
                    m.params[f"weight_ih_l{l}{sf}"] = P(gm * h, i if l == 0 else (pj or h) * D)
                    m.params[f"weight_hh_l{l}{sf}"] = P(gm * h, pj or h)
                    if b:
                        m.params[f"bias_ih_l{l}{sf}"] = P(gm * h)
                        m.params[f"bias_hh_l{l}{sf}"] = P(gm * h)
        elif n in ("GRUCell", "LSTMCell", "RNNCell"):
            gm = {"LSTMCell": 4, "GRUCell": 3, "RNNCell": 1}[n]
            i, h = g(0, "input_size"), g(1, "hidden_size")
            m.params["weight_ih"] = P(gm * h, i)
            m.params["weight_hh"] = P(gm * h, h)
            m.params["bias_ih"] = P(gm * h) if g(2, "bias", True) else None
            m.params["bias_hh"] = P(gm * h) if g(2, "bias", True) else None
        elif n == "MultiheadAttention":
            e, b = g(0, "embed_dim"), g(3, "bias", True)
            kd, vd = k.get("kdim") or e, k.get("vdim") or e
            if kd == e and vd == e:
                m.params["in_proj_weight"] = P(3 * e, e)
            else:
                m.params["q_proj_weight"] = P(e, e)
                m.params["k_proj_weight"] = P(e, kd)
                m.params["v_proj_weight"] = P(e, vd)
            m.params["in_proj_bias"] = P(3 * e) if b else None
            m.mods["out_proj"] = self.torch_module("NonDynamicallyQuantizableLinear", [e, e, b], {})
        elif n == "Transformer" or n.startswith("Transformer"):
            raise NotInterpreted("prim " + n)
        else:
            raise NotInterpreted("unknown primitive " + n)

    def torch_module(self, n, a, k, cls=None):
        """A new module of a torch class."""
        m = Module(n, None)
        self.fill_torch_module(m, n, a, k)
        return m

    def append(self, m, v):
        """Adds to a list of modules or parameters under the next number."""
        n = str(len(m.mods) + len(m.params))
        if isinstance(v, Tensor):
            m.params[n] = Tensor(v.shape, v.dtype, "param")
        else:
            m.mods[n] = v
