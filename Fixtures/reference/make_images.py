"""Writes the small pictures of ../images and images.json: their pixels after Pillow has resized them.

Run in this folder: python3 make_images.py
Needs Pillow, numpy, and libturbojpeg (for the one JPEG of four inks that Pillow cannot write).
"""

import ctypes
import json
import os
import pathlib
import struct
import sys
import zlib

import numpy
import PIL
from PIL import Image

FOLDER = pathlib.Path("../images")


def picture(width, height):
    """A ramp, a disc, stripes: smooth parts, edges and fine detail, in different places for each colour."""
    y, x = numpy.mgrid[0:height, 0:width]
    u, v = (x + 0.5) / width, (y + 0.5) / height
    disc = (numpy.hypot(u - 0.6, v - 0.4) < 0.27) * 1.0
    stripes = 0.5 + 0.5 * numpy.sin(40 * u + 22 * v)
    red = 0.85 * u + 0.15 * stripes
    green = 0.2 + 0.6 * disc + 0.2 * v
    blue = 0.5 * (1 - v) + 0.5 * stripes * (1 - disc)
    return (numpy.stack([red, green, blue], axis=-1) * 255).round().clip(0, 255).astype(numpy.uint8)


def opacity(width, height):
    y, x = numpy.mgrid[0:height, 0:width]
    return (255 * (x + y) / (width + height - 2)).round().astype(numpy.uint8)


def write_png16(path, values):
    """16 bits a value, which Pillow writes for grey only and reads back in part."""
    height, width = values.shape[:2]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 16, 0 if values.ndim == 2 else 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    )


def write_ycck(path, rgb):
    """A JPEG of four inks as YCCK with Adobe's marker, 255 for no ink, as Photoshop writes it."""
    turbo = ctypes.CDLL("libturbojpeg.so.0")
    turbo.tjInitCompress.restype = ctypes.c_void_p
    height, width = rgb.shape[:2]
    light = rgb.max(axis=-1, keepdims=True).clip(1, 255)
    inks = numpy.concatenate([(rgb / light * 255).round(), light], axis=-1).astype(numpy.uint8).tobytes()
    buffer, size = ctypes.POINTER(ctypes.c_ubyte)(), ctypes.c_ulong(0)
    cmyk, sampling_444, quality, flags = 11, 0, 95, 0
    status = turbo.tjCompress2(
        ctypes.c_void_p(turbo.tjInitCompress()), inks, width, 0, height, cmyk, ctypes.byref(buffer),
        ctypes.byref(size), sampling_444, quality, flags)
    assert status == 0
    path.write_bytes(bytes(buffer[: size.value]))


def write_pictures():
    FOLDER.mkdir(exist_ok=True)
    small = Image.fromarray(picture(61, 43))
    small.save(FOLDER / "baseline.jpg", quality=90)
    small.save(FOLDER / "progressive.jpg", quality=90, progressive=True)
    small.convert("L").save(FOLDER / "gray.jpg", quality=90)
    small.convert("CMYK").save(FOLDER / "cmyk.jpg", quality=95)
    write_ycck(FOLDER / "ycck.jpg", picture(40, 30))
    Image.fromarray(picture(403, 302)).save(FOLDER / "large.jpg", quality=75)

    small.save(FOLDER / "rgb.png")
    small.convert("L").save(FOLDER / "gray.png")
    transparent = small.copy()
    transparent.putalpha(Image.fromarray(opacity(61, 43)))
    transparent.save(FOLDER / "rgba.png")
    transparent.convert("LA").save(FOLDER / "gray-alpha.png")
    small.quantize(32).save(FOLDER / "palette.png")
    small.quantize(32).save(FOLDER / "palette-transparent.png", transparency=3)
    small.convert("L").point(lambda value: 255 * (value > 128), "1").save(FOLDER / "bilevel.png")
    wide = picture(30, 20).astype(numpy.uint16) * 257
    write_png16(FOLDER / "gray16.png", wide[:, :, 0])
    write_png16(FOLDER / "rgb16.png", wide)

    whole = (FOLDER / "baseline.jpg").read_bytes()
    (FOLDER / "truncated.jpg").write_bytes(whole[: len(whole) * 2 // 3])
    (FOLDER / "stray-bytes.jpg").write_bytes(whole[:-2] + b"\x12\x34" + whole[-2:])
    (FOLDER / "text.jpg").write_text("not an image\n")
    whole = bytearray((FOLDER / "rgb.png").read_bytes())
    whole[len(whole) // 2] ^= 0x55
    (FOLDER / "damaged.png").write_bytes(whole)
    (FOLDER / "animation.png").write_bytes(b"GIF89a" + bytes(20))
    # 60,000 x 60,000 pixels in the header of a small file.
    whole = bytearray((FOLDER / "rgb.png").read_bytes())
    whole[16:24] = struct.pack(">II", 60_000, 60_000)
    whole[29:33] = struct.pack(">I", zlib.crc32(bytes(whole[12:29])))
    (FOLDER / "huge.png").write_bytes(whole)
    whole = bytearray((FOLDER / "baseline.jpg").read_bytes())
    frame = whole.index(b"\xff\xc0")
    whole[frame + 5 : frame + 9] = struct.pack(">HH", 60_000, 60_000)
    (FOLDER / "huge.jpg").write_bytes(whole)


def read(name):
    """A picture as RGB on white."""
    if name == "gray16.png":
        return Image.fromarray(picture(30, 20)[:, :, 0]).convert("RGB")
    image = Image.open(FOLDER / name)
    if "A" in image.mode or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        image = Image.alpha_composite(white, image)
    return image.convert("RGB")


def resize(image, size, fit):
    if fit == "stretch":
        return image.resize(size, Image.Resampling.BILINEAR)
    # torchvision's Resize of the side that must be filled, then its CenterCrop.
    width, height = image.size
    if size[0] * height >= size[1] * width:
        scaled = size[0], size[0] * height // width
    else:
        scaled = size[1] * width // height, size[1]
    left, top = (round((scaled[axis] - size[axis]) / 2) for axis in (0, 1))
    whole = image.resize(scaled, Image.Resampling.BILINEAR)
    return whole.crop((left, top, left + size[0], top + size[1]))


def case(name, channels="rgb", size=(10, 8), fit="stretch", **extra):
    image = resize(read(name), size, fit)
    if channels == "gray":
        image = image.convert("L")
    pixels = numpy.asarray(image).ravel().tolist()
    return {"file": name, "channels": channels, "width": size[0], "height": size[1], "fit": fit, "pixels": pixels}


def cases():
    for name in ["baseline.jpg", "progressive.jpg", "gray.jpg", "cmyk.jpg", "ycck.jpg", "large.jpg", "stray-bytes.jpg"]:
        yield case(name)
    for name in ["rgb", "gray", "rgba", "gray-alpha", "palette", "palette-transparent", "bilevel", "gray16", "rgb16"]:
        yield case(name + ".png")
    for name in ["baseline.jpg", "gray.jpg", "cmyk.jpg", "rgb.png", "rgba.png", "gray-alpha.png", "gray16.png"]:
        yield case(name, channels="gray")
    for size in [(61, 43), (10, 30)]:
        yield case("gray.png", channels="gray", size=size)
    yield case("bilevel.png", channels="gray", size=(80, 50))
    for size in [(9, 9), (7, 12), (12, 7), (12, 5)]:
        yield case("rgb.png", size=size, fit="cropToFill")
    yield case("large.jpg", size=(16, 16), fit="cropToFill")


if __name__ == "__main__":
    os.chdir(pathlib.Path(__file__).parent)
    write_pictures()
    listed = list(cases())
    with open("images.json", "w") as file:
        versions = f"Python {sys.version.split()[0]}, Pillow {PIL.__version__}, numpy {numpy.__version__}"
        rows = ",\n".join(json.dumps(item, separators=(",", ":")) for item in listed)
        file.write(f'{{"madeBy":"make_images.py with {versions}","cases":[\n{rows}\n]}}\n')
