"""Tensors on the meta device that run as they would on a CUDA device: the same kernels, no data, no GPU.

The meta device computes shapes and strides in C++ (some thirty milliseconds for a forward pass of two layers). What differs
from CUDA is replaced here: which kernel scaled_dot_product_attention takes, and values that a program reads back.
The choice of torch's CUDA dispatcher: flash without a mask; memory-efficient with a mask, whose bias has the dtype of the
query and a last side padded to 16; math where head counts or widths fit neither.
"""
import math

import torch
import torch.nn.functional as F

aten = torch.ops.aten
FLASH_MOST_WIDTH = 256


def math_kernel(query, key, value, mask, causal, scale):
    return aten._scaled_dot_product_attention_math(query, key, value, mask, 0.0, causal, scale=scale)[0]


def flash_kernel(query, key, value, causal, scale):
    width = query.shape[-1]
    padding = (8 - width % 8) % 8
    if padding: query, key, value = (F.pad(tensor, (0, padding)) for tensor in (query, key, value))
    out = aten._scaled_dot_product_flash_attention(query, key, value, 0.0, causal, scale=scale or 1 / math.sqrt(width))[0]
    return out[..., :width] if padding else out


def bias_of(mask, query, key):
    """The mask as the memory-efficient kernel takes it."""
    bias = mask
    if bias.dtype == torch.bool:
        zero = torch.zeros((), dtype=query.dtype, device=query.device)
        bias = aten.where.self(bias, zero, zero)
    last = bias.shape[-1]
    if last % 16: bias = F.pad(bias, (0, 16 - last % 16))[..., :last]
    return bias.expand(query.shape[0], query.shape[1], query.shape[2], key.shape[2])


def attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False):
    """scaled_dot_product_attention with the operators that CUDA runs."""
    half = query.dtype in (torch.float16, torch.bfloat16)
    width, value_width = query.shape[-1], value.shape[-1]
    equal = query.shape[-3] == key.shape[-3] == value.shape[-3] and query.shape[0] == key.shape[0] if query.dim() > 3 else True
    grouped = enable_gqa and query.shape[-3] != key.shape[-3]
    if attn_mask is None and half and width == value_width <= FLASH_MOST_WIDTH and query.dim() == 4 and (equal or grouped):
        return flash_kernel(query, key, value, is_causal, scale)
    if query.dim() != 4 or not (equal or grouped): return math_kernel(query, key, value, attn_mask, is_causal, scale)
    if grouped:
        times = query.shape[-3] // key.shape[-3]
        return math_kernel(query, key.repeat_interleave(times, -3), value.repeat_interleave(times, -3), attn_mask, is_causal, scale)
    align = 8 if half else 4
    if width % align or value_width % align: return math_kernel(query, key, value, attn_mask, is_causal, scale)
    bias = None if attn_mask is None else bias_of(attn_mask, query, key)
    return aten._scaled_dot_product_efficient_attention(query, key, value, bias, False, 0.0, is_causal, scale=scale)[0]


def text_of(tensor, form):
    """A number in a name (`expert_3`): any of them, where there is no data."""
    return "0" if tensor.is_meta and tensor.dim() == 0 else text_with_data(tensor, form)


text_with_data = torch.Tensor.__format__


def install():
    """Lets every model of this process take the kernels of CUDA."""
    torch.Tensor.__format__ = text_of
    torch._check_tensor_all_with = lambda *args: None   # what a class demands of values that are not there
    torch.cuda.get_device_capability = lambda *args, **kwargs: (9, 0)
    torch.nn.functional.scaled_dot_product_attention = attention
