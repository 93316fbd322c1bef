"""What a user reads when the world is at fault."""

from __future__ import annotations

from resources.errors import Fault


def test_a_fault_says_its_sentence() -> None:
    fault = Fault("The disk is full.")
    assert fault.sentence == str(fault) == "The disk is full."
