"""Set up the pinned libraries for work without a GPU, without the network and without compiled
torchvision operators."""

import glob
import importlib.util
import os
import warnings

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["HF_HUB_OFFLINE"] = "1"

import torch

_vision = importlib.util.find_spec("torchvision")
if _vision is not None:
    # A torchvision built for another torch has no operators; constructors need only its names.
    try:
        for _path in glob.glob(os.path.join(_vision.submodule_search_locations[0], "_C*.so")):
            torch.ops.load_library(_path)
    except OSError:
        _operators = torch.library.Library("torchvision", "DEF")
        for _name in ("nms", "qnms"):
            _operators.define(f"{_name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

import transformers

warnings.filterwarnings("ignore")
transformers.logging.set_verbosity_error()
torch.set_num_threads(1)
