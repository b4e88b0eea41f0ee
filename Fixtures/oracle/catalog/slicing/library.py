"""What the installed library's objects are, and how they are named in the sliced text."""

import collections
import functools
import inspect
import json
import os
import re
import types

from transformers import PreTrainedConfig
from transformers import PreTrainedModel
from transformers.models.auto.auto_factory import _BaseAutoModelClass
from torch import nn

UNRESOLVED = object()
OBSERVED = (
    {k: set(v) for k, v in json.load(open("build/observed.json")).items()}
    if os.path.exists("build/observed.json")
    else {}
)
PROBLEM_COUNTS = collections.Counter()
PROBLEMS = {}


def log(kind, ent):
    """Notes a problem of a kind."""
    PROBLEM_COUNTS[kind] += 1
    PROBLEMS.setdefault(kind, []).append(str(ent))


TORCH_MODULE_BASES = (nn.Module,)
KEYWORDS_WITHOUT_SHAPES = {
    "eps",
    "padding_idx",
    "stride",
    "padding",
    "dilation",
    "p",
    "inplace",
    "momentum",
    "padding_mode",
    "device",
    "dropout",
    "ceil_mode",
    "count_include_pad",
    "output_padding",
    "negative_slope",
    "requires_grad",
    "align_corners",
    "max_norm",
    "norm_type",
    "sparse",
    "approximate",
    "scale_grad_by_freq",
}
CLASSES_WITHOUT_ARGUMENTS = {
    "Dropout",
    "Dropout1d",
    "Dropout2d",
    "Dropout3d",
    "GELU",
    "ReLU",
    "ReLU6",
    "SiLU",
    "Tanh",
    "Sigmoid",
    "Identity",
    "Softmax",
    "LogSoftmax",
    "LeakyReLU",
    "ELU",
    "GLU",
    "Hardswish",
    "Hardsigmoid",
    "Mish",
    "Softplus",
    "CrossEntropyLoss",
    "MSELoss",
    "L1Loss",
    "MaxPool1d",
    "MaxPool2d",
    "MaxPool3d",
    "AvgPool1d",
    "AvgPool2d",
    "AvgPool3d",
    "AdaptiveAvgPool1d",
    "AdaptiveAvgPool2d",
    "AdaptiveAvgPool3d",
    "AdaptiveMaxPool2d",
    "Upsample",
    "PixelShuffle",
    "PixelUnshuffle",
    "Flatten",
    "Unflatten",
    "ZeroPad2d",
    "ConstantPad1d",
    "ConstantPad2d",
    "ReflectionPad1d",
    "ReflectionPad2d",
    "ReplicationPad1d",
    "Unfold",
    "Fold",
    "BCEWithLogitsLoss",
    "NLLLoss",
    "CosineSimilarity",
    "CELU",
    "SELU",
    "Hardtanh",
    "KLDivLoss",
    "SmoothL1Loss",
    "Softsign",
    "LogSigmoid",
}
MUTATORS = {
    "append",
    "extend",
    "insert",
    "add",
    "update",
    "pop",
    "register_buffer",
    "register_parameter",
    "add_module",
    "register_module",
    "setdefault",
    "remove",
    "reverse",
    "sort",
    "appendleft",
    "clear",
}
METHODS_WITHOUT_STRUCTURE = {
    "post_init",
    "init_weights",
    "_init_weights",
    "tie_weights",
    "reset_parameters",
    "eval",
    "train",
    "requires_grad_",
    "half",
    "float",
    "gradient_checkpointing_enable",
    "_backward_compatibility_gradient_checkpointing",
    "maybe_init",
    "freeze",
    "_freeze_parameters",
    "_reset_parameters",
    "_register_load_state_dict_pre_hook",
    "register_forward_hook",
    "_register_state_dict_hook",
    "apply",
    "to",
    "set_default_lang",
    "load_state_dict",
    "_initialize_weights",
    "init_parameters",
    "register_load_state_dict_pre_hook",
    "register_full_backward_hook",
}


def is_module_class(o):
    """Whether an object is a class of modules."""
    return inspect.isclass(o) and issubclass(o, nn.Module)


def is_torch_class(o):
    """Whether it is torch's own."""
    return is_module_class(o) and o.__module__.startswith("torch")


def is_config_class(o):
    """Whether an object is a config class."""
    return inspect.isclass(o) and issubclass(o, PreTrainedConfig)


def is_auto_class(o):
    """Whether an object is an auto class."""
    return inspect.isclass(o) and issubclass(o, _BaseAutoModelClass)


def unit_of(o):
    """The unit (directory of the library) that an object belongs to; `lib` for what belongs to
    none."""
    m = o.__module__ or ""
    p = m.split(".")
    if p[:2] == ["transformers", "models"] and len(p) > 3 and p[2] != "auto":
        return p[2]
    return "lib"


NAMES = {}  # (unit,name) -> obj
NAMES_BY_OBJECT = {}  # id(obj) -> (unit,name)
KEEPALIVE = []


def canonical_name(o):
    """(unit, name) of a class or function; another one of the same name gets a number."""
    if id(o) in NAMES_BY_OBJECT:
        return NAMES_BY_OBJECT[id(o)]
    u = unit_of(o)
    n = o.__name__.lstrip("_") if False else o.__name__
    k = n
    i = 2
    while (u, k) in NAMES and NAMES[(u, k)] is not o:
        k = f"{n}_{i}"
        i += 1
    NAMES[(u, k)] = o
    NAMES_BY_OBJECT[id(o)] = (u, k)
    KEEPALIVE.append(o)
    return (u, k)


SRC = {}


def source_of(f):
    """The source of a function, empty where there is none."""
    if id(f) not in SRC:
        KEEPALIVE.append(f)
        try:
            SRC[id(f)] = inspect.getsource(f)
        except Exception:
            SRC[id(f)] = ""
    return SRC[id(f)]


ROOT_STOP = {nn.Module, PreTrainedModel, object}


def own_init(c):
    """The class in the resolution order whose constructor runs."""
    for k in c.__mro__:
        if "__init__" in k.__dict__:
            return k


def next_init(c):
    """The class whose constructor `super().__init__` runs."""
    for k in c.__mro__[1:]:
        if "__init__" in k.__dict__:
            return k


BASE_CONFIG_MEMBERS = {
    "get_text_config",
    "num_labels",
    "use_return_dict",
    "per_layer_config",
    "is_heterogeneous",
    "output_attentions",
    "name_or_path",
    "torch_dtype",
    "_attn_implementation",
    "_experts_implementation",
    "rope_scaling",
    "sub_configs",
    "to_dict",
    "__class__",
    "attribute_map",
    "model_type",
    "convert_rope_params_to_dict",
    "standardize_rope_params",
    "nested_rope_parameter_keys",
    "validate_rope",
    "update",
    "copy",
    "keys",
    "items",
}
BASE_CONFIG_MEMBERS -= {
    "convert_rope_params_to_dict",
    "standardize_rope_params",
    "nested_rope_parameter_keys",
}


def is_availability_check(o):
    """Whether a function only asks what is installed."""
    return isinstance(o, (types.FunctionType, functools._lru_cache_wrapper)) and (
        re.match(r"is_.*available$", o.__name__)
        or "deepspeed" in o.__name__
        or o.__name__
        in (
            "is_tracing",
            "is_torchdynamo_compiling",
            "is_flash_attn_greater_or_equal",
            "is_fsdp_managed_module",
            "is_torch_greater_or_equal",
        )
    )
