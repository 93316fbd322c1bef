"""Pictures are decoded as large as a screen can show them, and written anew with nothing but their dots."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtWidgets import QApplication

from canvas.decoding import LONGEST_SIDE, decoded, encoded

_TURNED = 0x0112


def photograph(width: int, height: int) -> bytes:
    exif = Image.Exif()
    exif[_TURNED] = 6
    exif[0x010F] = "Camera of somebody"
    made = BytesIO()
    Image.new("RGB", (width, height), "teal").save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_a_large_picture_is_decoded_small(qapp: QApplication) -> None:
    made = BytesIO()
    Image.new("RGB", (6000, 3000)).save(made, "PNG")
    image = decoded(made.getvalue())
    assert (image.width(), image.height()) == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_what_is_no_picture_or_a_bomb_is_nothing(qapp: QApplication) -> None:
    bomb = bytearray(photograph(40, 30))
    size = bomb.index(b"\xff\xc0") + 5
    bomb[size : size + 4] = b"\xff\xff\xff\xff"
    for data in (b"", b"GIF89a", b"%!PS-Adobe", bytes(bomb), b"\x89PNG\r\n\x1a\n" * 9):
        assert decoded(data).isNull()


def test_a_photograph_is_turned_upright_and_loses_what_the_camera_said(qapp: QApplication) -> None:
    data = photograph(400, 300)
    assert decoded(data).width() == 400
    image = decoded(data, upright=True)
    assert (image.width(), image.height()) == (300, 400)
    written = encoded(image, "image/jpeg")
    assert b"Camera of somebody" in data
    assert b"Camera of somebody" not in written
    with Image.open(BytesIO(written)) as again:
        assert again.size == (300, 400)


def test_what_is_written_in_a_picture_is_not_written_again(qapp: QApplication) -> None:
    told, made = PngInfo(), BytesIO()
    told.add_text("Author", "Somebody by name")
    Image.new("RGBA", (30, 20), (1, 2, 3, 128)).save(made, "PNG", pnginfo=told)
    written = encoded(decoded(made.getvalue()), "image/png")
    assert b"Somebody by name" in made.getvalue()
    assert b"Author" not in written
    with Image.open(BytesIO(written)) as again:
        assert again.getpixel((0, 0)) == (1, 2, 3, 128)
