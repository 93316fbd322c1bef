"""The camera: what of the map is seen, and where its places are in pixels."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.camera import LEAST, MOST, Camera, grain_of

numbers = st.floats(0.0, 1.0)
cameras = st.builds(
    lambda w, h, mw, mh, s, x, y, g: Camera(
        w, h, mw, mh, rail=58.0, head=50.0, scale=s, x=0, y=0, grain=g
    ).fitted(x, y),
    st.integers(200, 4000),
    st.integers(200, 3000),
    st.floats(60.0, 20_000.0),
    st.floats(60.0, 50_000.0),
    st.floats(0.05, 8.0),
    st.integers(-100, 100_000),
    st.integers(-100, 100_000),
    st.sampled_from([1, 2, 3, 5]),
)


@given(cameras, numbers, numbers)
def test_places_and_pixels_of_the_body_belong_together(camera: Camera, u: float, v: float) -> None:
    px = camera.rail_px + u * max(camera.view_w - camera.rail_px, 0)
    py = camera.head_px + v * max(camera.view_h - camera.head_px, 0)
    assert camera.to_pixel(*camera.to_map(px, py)) == (
        pytest.approx(px, abs=0.01),
        pytest.approx(py, abs=0.01),
    )


@given(cameras, st.floats(0.2, 5.0), numbers, numbers)
def test_zooming_keeps_the_place_under_the_pointer(camera: Camera, factor: float, u: float, v: float) -> None:
    px, py = u * camera.view_w, v * camera.view_h
    after = camera.zoomed(factor, px, py)
    assert LEAST <= after.scale <= MOST
    place = ((px + camera.x) / camera.scale, (py + camera.y) / camera.scale)
    now = (place[0] * after.scale - after.x, place[1] * after.scale - after.y)
    if 0 < after.x < after.most_x:
        assert now[0] == pytest.approx(px, abs=after.grain)
    if 0 < after.y < after.most_y:
        assert now[1] == pytest.approx(py, abs=after.grain)


@given(cameras, st.integers(-10_000, 10_000_000), st.integers(-10_000, 10_000_000))
def test_no_camera_leaves_the_map_or_its_grain(camera: Camera, x: int, y: int) -> None:
    after = camera.fitted(x, y)
    assert 0 <= after.x <= after.most_x
    assert 0 <= after.y <= after.most_y
    assert {v % after.grain for v in (after.x, after.y, after.rail_px, after.head_px)} == {0}


@given(cameras, numbers, numbers)
def test_a_place_that_is_shown_is_in_view(camera: Camera, u: float, v: float) -> None:
    x, y = 58.0 + u * (camera.map_w - 58.0), 50.0 + v * max(camera.map_h - 50.0, 0.0)
    after = camera.showing(x, y, 0.0, 0.0, margin=0.0)
    px, py = after.to_pixel(x, y)
    slack = after.grain + 1
    if after.view_w > after.rail_px + 2 * slack:
        assert after.rail_px - slack <= px <= after.view_w + slack
    if after.view_h > after.head_px + 2 * slack:
        assert after.head_px - slack <= py <= after.view_h + slack


@given(cameras)
def test_what_is_in_view_already_does_not_move(camera: Camera) -> None:
    after = camera.showing(60.0, 60.0, 50.0, 20.0)
    assert after.showing(60.0, 60.0, 50.0, 20.0) == after


@given(cameras)
def test_the_whole_map_fits(camera: Camera) -> None:
    after = camera.showing_all()
    assert (after.x, after.y) == (0, 0)
    if after.scale > LEAST:
        assert after.map_w * after.scale <= after.view_w + 1
        assert after.map_h * after.scale <= after.view_h + 1
        assert (after.most_x, after.most_y) == (0, 0)


@given(cameras, st.floats(0.0, 500.0))
def test_room_asked_for_right_of_the_map_can_be_reached(camera: Camera, room: float) -> None:
    wide = replace(camera, room=room)
    end = (wide.map_w + room) * wide.scale
    assert end - wide.most_x <= wide.view_w + wide.grain


def test_rail_and_headers_are_what_is_seen_there() -> None:
    camera = Camera(1000, 700, 3000, 3000, 58.0, 50.0, 2.0, 400, 300)
    assert camera.to_map(10, 200) == (5.0, 250.0)
    assert camera.to_map(500, 10) == (450.0, 5.0)
    assert camera.to_map(10, 10) == (5.0, 5.0)


@pytest.mark.parametrize(("dpr", "grain"), [(1.0, 1), (1.25, 5), (1.5, 3), (1.75, 7), (2.0, 2), (3.0, 3)])
def test_the_grain_is_whole_in_both_pixels(dpr: float, grain: int) -> None:
    assert grain_of(dpr) == grain


def test_a_finer_screen_shows_the_same_in_more_pixels() -> None:
    camera = Camera(view_w=1000, view_h=700, map_w=900.0, map_h=600.0, rail=58.0, head=40.0).fitted(300, 200)
    fine = camera.sized(2000, 1400, 2.0)
    assert (fine.scale, fine.plain, fine.x, fine.y) == (2 * camera.scale, 2 * camera.plain, 600, 400)
    assert fine.to_map(1000, 700) == camera.to_map(500, 350)
    assert fine.sized(1000, 700, 1.0) == camera
    assert fine.showing_all().scale <= fine.plain
