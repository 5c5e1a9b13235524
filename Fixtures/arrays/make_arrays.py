"""Writes the files of this folder, and arrays.json, which says what is in them.

Run in this folder, with numpy, ml_dtypes and safetensors installed: python3 make_arrays.py
"""

import gzip
import io
import json
import os
import platform
import struct
import warnings
import zipfile

import ml_dtypes
import numpy
import safetensors
import safetensors.numpy

ARRAYS = []


def describe(array):
    array = numpy.asarray(array)
    return {
        "shape": list(array.shape),
        "type": str(array.dtype.newbyteorder("=")),
        # repr keeps what JSON has no word for: nan, inf; and all digits of 64-bit integers.
        "values": [repr(value) for value in array.reshape(-1).tolist()],
    }


def note(file, array, name=None):
    ARRAYS.append({"file": file, "name": name, **describe(array)})


def samples(dtype, shape=(2, 3)):
    dtype = numpy.dtype(dtype)
    count = int(numpy.prod(shape))
    if dtype.kind == "b":
        values = numpy.arange(count) % 2 == 0
    elif dtype.kind in "iu":
        info = numpy.iinfo(dtype)
        values = numpy.array([info.min, info.max, 0, 1, 7, 100] * count, dtype)[:count]
    else:
        smallest = numpy.finfo(dtype).smallest_subnormal
        largest = numpy.finfo(dtype).max
        values = numpy.array([-1.5, 0.1, smallest, largest, numpy.inf, numpy.nan] * count).astype(dtype)[:count]
    return values.astype(dtype).reshape(shape)


def npy():
    for kind in ["b1", "u1", "i1"]:
        save("npy/" + kind, samples("|" + kind))
    for kind in ["u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"]:
        save("npy/" + kind + "-little", samples("<" + kind))
        save("npy/" + kind + "-big", samples(">" + kind))
    save("npy/scalar", numpy.float32(2.5))
    save("npy/empty", numpy.zeros((3, 0, 2), "<f4"))
    ramp = numpy.arange(2 * 3 * 4 * 5, dtype="<i2").reshape(2, 3, 4, 5)
    save("npy/fortran-4d", numpy.asfortranarray(ramp))
    save("npy/fortran-wide", numpy.asfortranarray(numpy.arange(40 * 37, dtype="u1").reshape(40, 37)))
    save("npy/fortran-big", numpy.asfortranarray(samples(">f8")))
    for version in [(2, 0), (3, 0)]:
        with open(f"npy/version-{version[0]}.npy", "wb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            numpy.lib.format.write_array(file, samples("<f4"), version=version)
        note(f"npy/version-{version[0]}.npy", samples("<f4"))
    refused = {
        "object": numpy.array([1, "a"], dtype=object),
        "structured": numpy.zeros(2, dtype=[("x", "<f4"), ("y", "<i8")]),
        "complex": numpy.zeros(2, "<c8"),
        "text": numpy.array(["cat", "dog"]),
        "date": numpy.array(["2024-05-01"], "M8[D]"),
    }
    for name, array in refused.items():
        numpy.save(f"refused/{name}.npy", array, allow_pickle=True)


def save(name, array):
    numpy.save(name + ".npy", array)
    note(name + ".npy", array)


def npz():
    arrays = {"weights": samples("<f4"), "labels": numpy.arange(5), "nested/name": numpy.float64(0.5)}
    numpy.savez("npz/stored.npz", **arrays)
    numpy.savez_compressed("npz/deflated.npz", **arrays)
    # Longer than the beginning that is unpacked to see the header.
    rng = numpy.random.default_rng(3)
    long = numpy.repeat(rng.integers(0, 255, 300, dtype="u1"), 1000).reshape(300, 1000)
    numpy.savez_compressed("npz/deflated-long.npz", long=long)
    ARRAYS.append({"file": "npz/deflated-long.npz", "name": "long", "shape": [300, 1000], "type": "uint8",
                   "sum": int(long.sum())})
    for file in ["npz/stored.npz", "npz/deflated.npz", "npz/streamed.npz", "npz/zip64.npz"]:
        for name, array in arrays.items():
            note(file, array, name)
    files = {name + ".npy": as_npy(array) for name, array in arrays.items()}
    with open("npz/streamed.npz", "wb") as file:
        # What cannot be rewound gets the sizes behind the data.
        with zipfile.ZipFile(Stream(file), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
    with open("npz/zip64.npz", "wb") as file:
        file.write(zip64(files))
    with zipfile.ZipFile("npz/plain-names.npz", "w") as archive:
        archive.writestr("weights", as_npy(arrays["weights"]))
    note("npz/plain-names.npz", arrays["weights"], "weights")
    # A dataset: inputs and the numbers of their classes.
    dataset = {"x": numpy.arange(12, dtype="<f4").reshape(6, 2), "y": numpy.array([0, 1, 2, 0, 1, 2])}
    numpy.savez("npz/dataset.npz", **dataset)
    for name, array in dataset.items():
        note("npz/dataset.npz", array, name)


class Stream(io.RawIOBase):
    def __init__(self, file):
        self.file = file

    def writable(self):
        return True

    def write(self, data):
        return self.file.write(data)

    def flush(self):
        self.file.flush()


def as_npy(array):
    file = io.BytesIO()
    numpy.save(file, array)
    return file.getvalue()


def zip64(files):
    """A ZIP archive that gives every size and place in 64 bits, however small it is."""
    data = b""
    directory = b""
    for name, content in files.items():
        name = name.encode()
        crc = zipfile.crc32(content)
        wide = struct.pack("<HHQQ", 1, 16, len(content), len(content))
        place = len(data)
        data += struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0, 0, 0, 33, crc, 2**32 - 1, 2**32 - 1, len(name), 20)
        data += name + wide + content
        wide = struct.pack("<HHQQQ", 1, 24, len(content), len(content), place)
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45, 45, 0, 0, 0, 33, crc, 2**32 - 1, 2**32 - 1,
                                 len(name), len(wide), 0, 0, 0, 0, 2**32 - 1)
        directory += name + wide
    count = len(files)
    start = len(data)
    end = start + len(directory)
    record = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, len(directory), start)
    locator = struct.pack("<IIQI", 0x07064B50, 0, end, 1)
    last = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 2**16 - 1, 2**16 - 1, 2**32 - 1, 2**32 - 1, 0)
    return data + directory + record + locator + last


def idx():
    codes = {"u1": 0x08, "i1": 0x09, "i2": 0x0B, "i4": 0x0C, "f4": 0x0D, "f8": 0x0E}
    for kind, code in codes.items():
        array = samples(">" + kind, (2, 3, 1))
        with open(f"idx/{kind}-idx3", "wb") as file:
            file.write(as_idx(array, code))
        note(f"idx/{kind}-idx3", array)
    digits = (numpy.arange(4 * 7 * 5) % 251).astype("u1").reshape(4, 7, 5)
    with open("idx/images-idx3-ubyte.gz", "wb") as file:
        file.write(gzip.compress(as_idx(digits, 0x08), mtime=0))
    note("idx/images-idx3-ubyte.gz", digits)


def as_idx(array, code):
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, code, array.ndim, *array.shape) + array.tobytes()


def tensors():
    arrays = {
        kind: samples(kind)
        for kind in ["bool", "uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float16",
                     "float32", "float64"]
    }
    arrays["bfloat16"] = samples("float32").astype(ml_dtypes.bfloat16)
    arrays["empty"] = numpy.zeros((0, 4), "float32")
    arrays["scalar"] = numpy.array(3.5, "float32")
    arrays["größe \"1\""] = numpy.arange(3, dtype="float32")
    safetensors.numpy.save_file(
        arrays, "safetensors/all-types.safetensors", metadata={"format": "np", "remark": "line\nbreak"})
    for name, array in arrays.items():
        note("safetensors/all-types.safetensors", array, name)
    safetensors.numpy.save_file(
        {"0.weight": samples("float32", (3, 2)), "0.bias": samples("float32", (3,))},
        "safetensors/linear.safetensors")


if __name__ == "__main__":
    for folder in ["npy", "npz", "idx", "safetensors", "refused"]:
        os.makedirs(folder, exist_ok=True)
    npy()
    npz()
    idx()
    tensors()
    with open("arrays.json", "w") as file:
        tools = {"made by": "Fixtures/arrays/make_arrays.py", "python": platform.python_version(),
                 "numpy": numpy.__version__, "ml_dtypes": ml_dtypes.__version__,
                 "safetensors": safetensors.__version__}
        lines = ",\n".join("  " + json.dumps(array) for array in ARRAYS)
        file.write(json.dumps(tools, indent=1)[:-2] + ',\n "arrays": [\n' + lines + "\n ]\n}\n")
