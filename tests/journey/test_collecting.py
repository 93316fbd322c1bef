"""The search for garbage is put off, and comes back whatever happens."""

from __future__ import annotations

import gc

import pytest

from journey.collecting import uncollected


def test_python_looks_for_no_garbage_meanwhile_and_does_so_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_meanwhile_leaves_python_as_it_was() -> None:
    with pytest.raises(KeyError), uncollected():
        raise KeyError("journey")
    assert gc.isenabled()


def test_who_has_put_it_off_already_decides_when_it_comes_back() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
