"""pictures.py FOLDER: the drawings of the golden files as PNG, light, dark and grey, to be looked at.

Needs resvg_py 0.5.0 and pillow, and a font for the texts (DejaVu Sans comes with matplotlib: FONT=FILE says which).
"""

import io
import os
import pathlib
import sys

import resvg_py
from PIL import Image

fixtures = pathlib.Path(__file__).resolve().parents[2]
font = os.environ.get("FONT")


def drawings():
    for file in sorted((fixtures / "golden").glob("plan-svg*.txt")):
        text = file.read_text()
        yield file.stem, text[text.index("<svg"):text.index("</svg>") + 6]
    for file in sorted((fixtures / "pictures").glob("*.svg")):
        yield file.stem, file.read_text()


def scheme(svg, is_dark):
    """The drawing with the style of one scheme alone, since the renderer knows no media queries."""
    start, end = svg.index("@media"), svg.rindex("}\n</style>")
    inner = svg[svg.index("{", start) + 1:end] if is_dark else ""
    return svg[:start] + inner + svg[end + 1:]


for name, svg in drawings():
    for label, is_dark in (("light", False), ("dark", True)):
        options = {"font_files": [font], "font_family": "DejaVu Sans", "sans_serif_family": "DejaVu Sans"} if font else {}
        data = bytes(resvg_py.svg_to_bytes(svg_string=scheme(svg, is_dark), width=1200, **options))
        path = pathlib.Path(sys.argv[1]) / f"{name}-{label}.png"
        path.write_bytes(data)
        print(path)
        if not is_dark:
            Image.open(io.BytesIO(data)).convert("L").save(path.with_name(f"{name}-grey.png"))
