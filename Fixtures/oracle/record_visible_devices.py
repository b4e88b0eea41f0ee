"""Records which GPUs torch lets a process see for values of CUDA_VISIBLE_DEVICES.

    python record_visible_devices.py OUTPUT.json

Eight GPUs are assumed. Uses torch.cuda's own parser of the variable; no GPU is needed. Pinned: see requirements.txt.
"""
import itertools
import json
import os
import random
import sys

import torch
from torch.cuda import _parse_visible_devices, _transform_uuid_to_ordinals

UUIDS = [f"GPU-{i:08x}-5a5a-4b4b-8c8c-0123456789ab" for i in range(7)] + ["GPU-00000006-ffff-4b4b-8c8c-0123456789ab"]


def visible(value):
    os.environ.pop("CUDA_VISIBLE_DEVICES", None)
    if value is not None: os.environ["CUDA_VISIBLE_DEVICES"] = value
    parsed = _parse_visible_devices()
    if parsed and isinstance(parsed[0], str): return _transform_uuid_to_ordinals(parsed, UUIDS)
    # Ordinals that no GPU has end the list, as in torch.cuda._raw_device_count_nvml.
    result = []
    for ordinal in parsed:
        if ordinal >= len(UUIDS): break
        result.append(ordinal)
    return result


def values():
    fixed = [None, "", " ", "0", "1,0", "2,2", "0,1,0", "-1", "0,-1,1", "3,9,1", "9", "1gpu2,2ampere", "0,,1", "0,1,", ",0", " 3 , 1 ", "+2,1", "none",
             "NoDevFiles", "0,none,1", "GPU-00000003", "GPU-00000003,GPU-00000001", "GPU-0000000", "GPU-00000006", "GPU-00000006-f,GPU-00000006-5", "GPU-00000001,GPU-00000001-5a",
             "GPU-00000001,0", "GPU-00000001,GPU-x,GPU-00000002", "GPU-00000001, GPU-00000002", "0,GPU-00000001", "MIG-1", UUIDS[4] + "," + UUIDS[0], "7,6,5,4,3,2,1,0", "00,1", "1-2", "1+1,2"]
    random.seed(20260)
    for _ in range(150):
        count = random.randint(1, 6)
        fixed.append(",".join(random.choice(["0", "1", "2", "3", "4", "5", "6", "7", "8", "-1", "", "x", " 2", "07", "5a"]) for _ in range(count)))
    return fixed


def main():
    rows = [dict(value=v, visible=visible(v)) for v in values()]
    with open(sys.argv[1], "w") as file:
        file.write(json.dumps(dict(torch=torch.__version__, uuids=UUIDS))[:-1] + ', "rows": [\n' + ",\n".join(json.dumps(r) for r in rows) + "\n]}\n")


if __name__ == "__main__": main()
