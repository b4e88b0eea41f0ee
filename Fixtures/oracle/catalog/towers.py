"""Vision towers that another library (timm) builds from a name: their whole tree is a fact about
that name.

usage: towers.py > towers.catalog       a unit `timm` with one class for each name in NAMES; equal
  parts are described once
"""

import environment
import timm
import torch

# Name of the architecture and the arguments its users pass.
NAMES = {"fastvit_mci3": {"inference_mode": True}, "mobilenetv5_300m_enc": {}}


def tensors(module):
    text = lambda mark, n, t, d: f". {mark}{n}[{', '.join(map(str, t.shape))}]{d}"
    lines = [text("", n, p, "") for n, p in module._parameters.items() if p is not None]
    for n, b in module._buffers.items():
        if b is None:
            continue
        dtype = "" if b.dtype == torch.bfloat16 else " " + str(b.dtype)[6:]
        lines.append(text("~" if n in module._non_persistent_buffers_set else "+", n, b, dtype))
    return lines


def short(module):
    """The short form of a module with no children, or None."""
    own = {n: p for n, p in module._parameters.items() if p is not None}
    if any(True for _ in module.children()) or any(b is not None for b in module._buffers.values()):
        return None
    name = type(module).__name__
    if not own:
        return name
    if (
        list(own) not in (["weight"], ["weight", "bias"])
        or "bias" in own
        and own["bias"].shape != own["weight"].shape[:1]
    ):
        return None
    return f"{name}[{', '.join(map(str, own['weight'].shape))}]" + (
        " bias" if "bias" in own else ""
    )


def class_of(module, known, out, name=None):
    """The name of the class that describes a module with children or buffers; equal modules share
    one."""
    lines = tensors(module)
    for n, child in module._modules.items():
        if child is None:
            continue
        lines.append(f"{n}: {short(child) or class_of(child, known, out)}")
    key = (type(module).__name__, tuple(lines))
    if key not in known:
        known[key] = name or f"{key[0]}@{len(known)}"
        out.append([f"class {known[key]} named {key[0]}"] + ["  " + l for l in lines])
    return known[key]


def main():
    known, out = {}, []
    torch.set_default_dtype(torch.bfloat16)
    for name, arguments in NAMES.items():
        with torch.device("meta"):
            model = timm.create_model(name, pretrained=False, num_classes=0, **arguments)
        class_of(model, known, out, name)
    print("# Written by towers.py\nunit timm\n" + "\n".join("\n".join(e) for e in sorted(out)))


if __name__ == "__main__":
    main()
