"""wheel.py PROGRAM VERSION FOLDER: a Python wheel that puts PROGRAM among the commands of an environment; prints its path.

A wheel is a zip file with the scripts, their metadata and a list of hashes; it needs nothing but the standard library.
"""

import base64
import hashlib
import pathlib
import platform
import sys
import zipfile


def tag():
    """The platforms that the program runs on: on Linux it needs no C library, so that any will do."""
    machine = platform.machine()
    if platform.system() == "Darwin":
        return f"macosx_15_0_{machine}"
    return f"manylinux_2_17_{machine}.musllinux_1_1_{machine}"


def main():
    path, version, folder = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    program = path.read_bytes()
    stem, label = f"device_map-{version}", f"py3-none-{tag()}"
    root = pathlib.Path(__file__).parent.parent
    files = {
        f"{stem}.data/scripts/device-map": program,
        f"{stem}.dist-info/METADATA": (
            f"Metadata-Version: 2.1\nName: device-map\nVersion: {version}\n"
            "Summary: Plans where each part of a large model goes when it does not fit one device\n"
            "License: MIT\nDescription-Content-Type: text/markdown\n\n" + (root / "README.md").read_text()
        ).encode(),
        f"{stem}.dist-info/WHEEL": (
            "Wheel-Version: 1.0\nGenerator: device-map\nRoot-Is-Purelib: false\n"
            + "".join(f"Tag: py3-none-{each}\n" for each in tag().split("."))
        ).encode(),
        f"{stem}.dist-info/LICENSE": (root / "LICENSE").read_bytes(),
    }
    record = ""
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(content)}\n"
    files[f"{stem}.dist-info/RECORD"] = (record + f"{stem}.dist-info/RECORD,,\n").encode()
    target = folder / f"{stem}-{label}.whl"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, date_time=(2020, 1, 1, 0, 0, 0))
            info.external_attr = (0o100755 if name.endswith("/device-map") else 0o100644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(info, content)
    print(target)


if __name__ == "__main__":
    main()
