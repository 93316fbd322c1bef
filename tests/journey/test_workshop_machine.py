"""A workshop at random, in memory."""

from __future__ import annotations

import inspect

from journey import edits
from journey.model import Change
from tests.edits_at_random import EDITS
from tests.workshop_machine import WorkshopMachine

TestWorkshop = WorkshopMachine.TestCase


def test_every_edit_is_tried_at_random() -> None:
    there_are = {
        name
        for name in edits.__all__
        if inspect.signature(getattr(edits, name), eval_str=True).return_annotation is Change
    }
    assert there_are == set(EDITS)
