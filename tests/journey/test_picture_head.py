"""A picture's head is read from its first bytes; what is none, or far too large, is never decoded."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from journey.picture_head import PictureHead, bearable_head, picture_head


def picture(form: str, width: int = 31, height: int = 17) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), "teal").save(made, form, progressive=True)
    return made.getvalue()


@pytest.mark.parametrize(("form", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_the_head_tells_sort_and_size(form: str, media_type: str) -> None:
    assert picture_head(picture(form)) == PictureHead(media_type, 31, 17)


def test_the_size_of_a_photograph_stands_after_what_the_camera_says() -> None:
    exif = Image.Exif()
    exif[0x010E] = "x" * 30_000
    made = BytesIO()
    Image.new("RGB", (300, 200)).save(made, "JPEG", exif=exif)
    assert picture_head(made.getvalue()) == PictureHead("image/jpeg", 300, 200)


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "EPS", "WEBP"])
def test_no_other_sort_is_taken(form: str) -> None:
    made = BytesIO()
    Image.new("RGB", (3, 2)).save(made, form)
    assert picture_head(made.getvalue()) is None


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_head_that_is_cut_off_is_none(form: str) -> None:
    whole = picture(form)
    assert [length for length in range(20) if picture_head(whole[:length]) is not None] == []


def test_bytes_that_never_end_their_head_are_given_up() -> None:
    assert picture_head(b"\xff\xd8" + b"\xff" * 100_000) is None
    assert picture_head(b"\xff\xd8" + b"\xff\xe0\x00\x00" * 10_000) is None


def test_a_picture_of_far_too_many_dots_is_not_to_be_decoded() -> None:
    bomb = bytearray(picture("PNG"))
    bomb[16:24] = (60_000).to_bytes(4) * 2
    assert picture_head(bytes(bomb)) == PictureHead("image/png", 60_000, 60_000)
    assert bearable_head(bytes(bomb)) is None
    assert bearable_head(picture("PNG")) is not None
