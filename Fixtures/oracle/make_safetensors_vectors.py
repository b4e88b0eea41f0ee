"""Writes Fixtures/safetensors: small files that are good or bad safetensors by one rule each, at, below and above the
boundary of the rule, and vectors.jsonl with the verdict of safetensors 0.8.0 on each of them.

    python -m pip install safetensors==0.8.0 numpy
    python Fixtures/oracle/make_safetensors_vectors.py

A line of vectors.jsonl is {"file", "rule", "verdict": "accept" or "reject", "reference": the message of the reference,
"tensors": [[name, dtype, shape], ...] where accepted, "stricter": true where this project rejects what the reference
accepts}.
"""
import json
import pathlib
import struct

import safetensors
from safetensors import safe_open

assert safetensors.__version__ == "0.8.0"
OUT = pathlib.Path(__file__).resolve().parent.parent / "safetensors"
VECTORS = []


def vector(name, rule, header, data=b"\0" * 16, length=None, stricter=False):
    """A file of the length field, the header (text or bytes) and the data."""
    header = header.encode() if isinstance(header, str) else header
    raw(name, rule, struct.pack("<Q", len(header) if length is None else length) + header + data, stricter)


def raw(name, rule, content, stricter=False):
    VECTORS.append((name, rule, content, stricter))


def tensor(dtype="F32", shape="[4]", offsets="[0,16]", extra=""):
    return '{"dtype":"%s","shape":%s,"data_offsets":%s%s}' % (dtype, shape, offsets, extra)


def one(**fields):
    return '{"a":%s}' % tensor(**fields)


def slug(text):
    """A file name for a piece of JSON."""
    words = {"[": "", "]": "", ",": "_", "-": "minus", ".": "point", "+": "plus", '"': "quote", "{": "brace", "}": ""}
    nested = "nested" if text.startswith("[[") else ""
    comma = "comma" if text.endswith(",]") else ""
    return (nested + "".join(words.get(c, c) for c in text) + comma) or "none"


def length_field():
    raw("file_empty", "length field", b"")
    raw("file_7_bytes", "length field", b"\2\0\0\0\0\0\0")
    raw("file_8_bytes", "length field", struct.pack("<Q", 0))
    vector("header_to_end_of_file", "header inside the file", "{}", b"")
    vector("header_one_beyond_file", "header inside the file", "{}", b"", length=3)
    vector("header_one_short", "header length", one(), length=len(one()) - 1)
    vector("header_one_long", "header length", one(), length=len(one()) + 1)
    vector("header_length_limit", "100 MB", "{}", b"", length=100_000_000)
    vector("header_length_above_limit", "100 MB", "{}", b"", length=100_000_001)
    vector("header_length_2_63", "100 MB", "{}", b"", length=2**63)
    vector("header_length_2_64", "100 MB", "{}", b"", length=2**64 - 1)
    raw("git_lfs_pointer", "other formats", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    raw("gguf", "other formats", b"GGUF\3\0\0\0" + b"\0" * 24)
    raw("html", "other formats", b"<!DOCTYPE html><html><body>404</body></html>")
    raw("zip", "other formats", b"PK\3\4" + b"\0" * 28)


def json_text():
    vector("empty_object", "object", "{}", b"")
    vector("array", "object", "[]", b"")
    vector("null", "object", "null", b"")
    vector("blank", "object", "    ", b"")
    vector("space_around", "white space", " \t\r\n" + one() + " \t\r\n")
    vector("space_inside", "white space", json.dumps(json.loads(one()), indent=3))
    for code in (0x00, 0x0B, 0x0C, 0x85, 0xA0):
        vector("space_%02x_after" % code, "white space", one() + chr(code))
    vector("bom", "white space", "\ufeff" + one())
    vector("comma_after_tensor", "trailing comma", '{"a":%s,}' % tensor())
    vector("comma_after_field", "trailing comma", '{"a":%s}' % tensor(extra=","))
    vector("comma_missing", "trailing comma", '{"a":%s"b":%s}' % (tensor(), tensor(shape="[0]", offsets="[16,16]")))
    vector("two_values", "one value", one() + "{}")
    vector("single_quotes", "JSON", one().replace('"', "'"))
    vector("utf8_good", "UTF-8", '{"é€😀":%s}' % tensor())
    vector("utf8_cut", "UTF-8", '{"€'.encode()[:-1] + b'":' + tensor().encode() + b"}")
    vector("utf8_overlong", "UTF-8", b'{"\xc0\xaf":' + tensor().encode() + b"}")
    vector("utf8_surrogate", "UTF-8", b'{"\xed\xa0\x80":' + tensor().encode() + b"}")
    vector("utf8_last", "UTF-8", b'{"\xf4\x8f\xbf\xbf":' + tensor().encode() + b"}")
    vector("utf8_beyond_last", "UTF-8", b'{"\xf4\x90\x80\x80":' + tensor().encode() + b"}")
    vector("control_1f", "control characters", '{"\x1f":%s}' % tensor())
    vector("control_20", "control characters", '{"\x20":%s}' % tensor())
    vector("control_7f", "control characters", '{"\x7f":%s}' % tensor())
    vector("escapes", "escapes", r'{"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00":%s}' % tensor())
    vector("escape_unknown", "escapes", r'{"\x":%s}' % tensor())
    vector("escape_3_digits", "escapes", r'{"\u00e":%s}' % tensor())
    vector("surrogate_high_alone", "escapes", r'{"\uD83D":%s}' % tensor())
    vector("surrogate_low_alone", "escapes", r'{"\uDE00":%s}' % tensor())
    vector("surrogate_high_twice", "escapes", r'{"\uD83D\uD83D":%s}' % tensor())
    for depth in (124, 125, 126):
        vector("nested_%d" % (depth + 2), "depth", one(extra=',"x":' + "[" * depth + "]" * depth))
    for text in ("1e308", "1.7976931348623157e308", "1.7976931348623159e308", "1e309", "-1e309", "1e-999", "0e999",
                 "9" * 308, "9" * 309, "01", "1.", ".5", "1e", "-", "+1", "NaN", "Infinity"):
        vector("number_" + (slug(text) if len(text) < 30 else "%d_digits" % len(text)),
               "numbers", one(extra=',"x":' + text))


def tensors():
    vector("name_empty", "names", '{"":%s}' % tensor())
    vector("name_twice", "names", '{"a":%s,"a":%s}' % (tensor(), tensor()), stricter=True)
    vector("name_twice_escaped", "names", r'{"a":%s,"\u0061":%s}' % (tensor(), tensor()), stricter=True)
    vector("name_twice_empty", "names", '{"a":%s,"a":%s}' % (tensor(shape="[0]", offsets="[0,0]"), tensor()), stricter=True)
    vector("names_differ_in_normalization", "names",
           '{"\u00e9":%s,"e\u0301":%s}' % (tensor(shape="[2]", offsets="[0,8]"), tensor(shape="[2]", offsets="[8,16]")))
    vector("tensor_null", "description", '{"a":null}')
    vector("tensor_number", "description", '{"a":1}')
    vector("tensor_array", "description", '{"a":["F32",[4],[0,16]]}')
    vector("tensor_array_short", "description", '{"a":["F32",[4]]}')
    vector("tensor_array_long", "description", '{"a":["F32",[4],[0,16],1]}')
    vector("field_unknown", "description", one(extra=',"x":{"y":[1,true,null]}'))
    vector("field_escaped", "description", one().replace("dtype", r"d\u0074ype"))
    vector("fields_in_other_order", "description", '{"a":{"data_offsets":[0,16],"shape":[4],"dtype":"F32"}}')
    for field in ("dtype", "shape", "data_offsets"):
        fields = json.loads(tensor())
        twice = json.dumps({"a": fields})[:-2] + ',"%s":%s}}' % (field, json.dumps(fields[field]))
        vector("field_twice_" + field, "description", twice)
        null = dict(fields, **{field: None})
        vector("field_null_" + field, "description", json.dumps({"a": null}))
        del fields[field]
        vector("field_missing_" + field, "description", json.dumps({"a": fields}))
    vector("dtype_object", "dtype", '{"a":{"dtype":{"F32":null},"shape":[4],"data_offsets":[0,16]}}')
    vector("dtype_object_value", "dtype", '{"a":{"dtype":{"F32":1},"shape":[4],"data_offsets":[0,16]}}')
    vector("dtype_escaped", "dtype", one(dtype=r"F\u00332"))
    vector("dtype_lower_case", "dtype", one(dtype="f32"))
    vector("dtype_longer", "dtype", one(dtype="F321"))
    vector("dtype_empty", "dtype", one(dtype=""))
    bits = {"BOOL": 8, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
            "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32,
            "F32": 32, "C64": 64, "F64": 64, "I64": 64, "U64": 64}
    for dtype, size in bits.items():
        vector("dtype_" + dtype, "dtype", one(dtype=dtype, shape="[8]", offsets="[0,%d]" % size), b"\0" * size)
        if size < 8:
            count = 3 if size == 4 else 5
            vector("dtype_%s_not_whole_bytes" % dtype, "dtype",
                   one(dtype=dtype, shape="[%d]" % count, offsets="[0,%d]" % (count * size // 8)), b"\0" * (count * size // 8))


def sizes():
    vector("scalar", "shape", one(shape="[]", offsets="[0,4]"), b"\0" * 4)
    vector("shape_number", "shape", one(shape="4"))
    vector("rank_300", "shape", one(shape=json.dumps([1] * 299 + [4])))
    for shape in ("[3]", "[5]", "[-4]", "[4.0]", "[4e0]", "[04]", "[\"4\"]", "[null]", "[[4]]", "{}", "[4,]", "[-0]",
                  "[00004]", "[18446744073709551616]"):
        vector("shape_" + slug(shape), "shape", one(shape=shape))
    empty = '{"a":%s,"b":%s}'
    for shape, stricter in (("[0,9223372036854775807]", False), ("[0,9223372036854775808]", True),
                            ("[0,18446744073709551615]", True), ("[0,18446744073709551616]", False),
                            ("[9223372036854775807,2,0]", False), ("[4294967296,4294967296,0]", False),
                            ("[4294967296,4294967295,0]", False)):
        vector("zero_" + slug(shape), "overflow",
               empty % (tensor(shape=shape, offsets="[0,0]"), tensor()), stricter=stricter)
    vector("bits_overflow", "overflow", one(dtype="F64", shape="[288230376151711744]"))
    vector("bits_below_overflow", "overflow", one(dtype="F64", shape="[288230376151711743]"))


def offsets():
    for text in ("[0,15]", "[0,17]", "[1,16]", "[16,0]", "[0]", "[]", "[0,16,16]", "[0,16.0]", "[-0,16]", "[0,\"16\"]",
                 "null", "[0,18446744073709551616]", "[0,9223372036854775808]"):
        vector("offsets_" + slug(text), "offsets", one(offsets=text))
    two = '{"a":%s,"b":%s}'
    a, b = tensor(shape="[2]", offsets="[0,8]"), tensor(shape="[2]", offsets="[8,16]")
    vector("layout_in_order", "layout", two % (a, b))
    vector("layout_other_order", "layout", two % (b, a))
    vector("layout_hole_of_1", "layout", two % (a, tensor(shape="[2]", offsets="[9,17]")), b"\0" * 17)
    vector("layout_hole_at_start", "layout", one(offsets="[1,17]"), b"\0" * 17)
    vector("layout_overlap_of_1", "layout", two % (a, tensor(shape="[2]", offsets="[7,15]")), b"\0" * 15)
    vector("layout_same_place", "layout", two % (a, a), b"\0" * 8)
    vector("layout_two_empty", "layout", '{"x":%s,"y":%s,"a":%s}' % (
        tensor(shape="[0]", offsets="[8,8]"), tensor(shape="[0]", offsets="[8,8]"), a), b"\0" * 8)
    vector("layout_empty_inside", "layout", two % (tensor(), tensor(shape="[0]", offsets="[8,8]")))
    vector("data_one_short", "data length", one(), b"\0" * 15)
    vector("data_one_long", "data length", one(), b"\0" * 17)
    vector("data_missing", "data length", one(), b"")
    vector("no_tensors_but_data", "data length", "{}", b"\0")


def metadata():
    def with_metadata(text):
        return '{"__metadata__":%s,"a":%s}' % (text, tensor())
    for name, text in (("null", "null"), ("empty", "{}"), ("strings", '{"format":"pt"}'), ("repeated", '{"x":"1","x":"2"}'),
                       ("number", '{"x":1}'), ("nested", '{"x":{}}'), ("value_null", '{"x":null}'), ("array", "[]"),
                       ("string", '"x"'), ("surrogate", r'{"x":"\ud800"}')):
        vector("metadata_" + name, "metadata", with_metadata(text))
    vector("metadata_twice", "metadata", '{"__metadata__":{},"a":%s,"__metadata__":{}}' % tensor())
    vector("metadata_null_twice", "metadata", '{"__metadata__":null,"a":%s,"__metadata__":null}' % tensor())
    vector("metadata_escaped", "metadata", with_metadata('{"x":1}').replace("__m", r"\u005f_m"))
    vector("metadata_last", "metadata", '{"a":%s,"__metadata__":{"x":"y"}}' % tensor())


def main():
    OUT.mkdir(exist_ok=True)
    for old in OUT.glob("*.safetensors"):
        old.unlink()
    for make in (length_field, json_text, tensors, sizes, offsets, metadata):
        make()
    assert len({name.lower() for name, *_ in VECTORS}) == len(VECTORS), "two vectors of one name"
    with open(OUT / "vectors.jsonl", "w", encoding="utf-8", newline="\n") as lines:
        for name, rule, content, stricter in VECTORS:
            path = OUT / (name + ".safetensors")
            path.write_bytes(content)
            line = {"file": path.name, "rule": rule}
            try:
                with safe_open(path, "np") as file:
                    line["verdict"] = "accept"
                    line["tensors"] = [[key, file.get_slice(key).get_dtype(), file.get_slice(key).get_shape()]
                                       for key in file.keys()]
            except Exception as error:
                line["verdict"] = "reject"
                line["reference"] = str(error)[:160]
            if stricter:
                assert line["verdict"] == "accept", name
                line["stricter"] = True
            lines.write(json.dumps(line, ensure_ascii=True) + "\n")
    print(len(VECTORS), "vectors")


main()
