"""What a facilitator can do: each function takes the map as it is and returns one Change.

An edit that would break a rule raises Refused, with a sentence for the facilitator, and never half of it
happens. Places among siblings count from 0, without the record that moves; None is the end.
"""

from __future__ import annotations

from journey.edits.actions import add_action, edit_action, remove_action
from journey.edits.cards import (
    add_card,
    add_cards,
    duplicate_cards,
    edit_card,
    edit_cards,
    remove_cards,
    set_text,
)
from journey.edits.codes import next_code
from journey.edits.copies import duplicate_journey, make_intended_copy
from journey.edits.evidence import add_evidence, back_card, edit_evidence, remove_evidence, unback_card
from journey.edits.feelings import clear_feeling, feeling_at, set_feeling
from journey.edits.journeys import (
    add_journey,
    edit_journey,
    hide_from_persona,
    move_journey,
    move_persona,
    remove_journey,
    show_to_persona,
)
from journey.edits.judgement import give_verdict, set_votes, withdraw_verdict
from journey.edits.lanes import add_lane, hide_lane, move_lane, remove_lane, rename_lane, show_lane
from journey.edits.links import (
    add_link,
    edit_link,
    is_answer,
    likely_kinds,
    remove_link,
    reverse_link,
    usual_kind,
)
from journey.edits.measures import add_measure, edit_measure, remove_measure
from journey.edits.merging import merge_owners
from journey.edits.moving import convert_card, move_card, move_cards, reorder_card, set_span
from journey.edits.ownership import (
    accountable,
    involve,
    own_step,
    own_steps,
    release,
    set_accountable,
    touchpoints_at,
)
from journey.edits.people import (
    add_owner,
    add_participant,
    add_persona,
    edit_owner,
    edit_participant,
    edit_persona,
    remove_owner,
    remove_participant,
    remove_persona,
)
from journey.edits.pictures import picture_of, set_picture, set_portrait
from journey.edits.stages import (
    add_stage,
    edit_stage,
    join_stage,
    move_stage,
    remove_stage,
    say_phase,
    split_stage,
)
from journey.edits.steps import add_step, add_step_after, add_step_before, edit_step, move_step, remove_step
from journey.edits.uniting import merge_evidence, merge_personas
from journey.edits.workshop import check_language, edit_workshop, new_workshop

__all__ = [
    "accountable",
    "add_action",
    "add_card",
    "add_cards",
    "add_evidence",
    "add_journey",
    "add_lane",
    "add_link",
    "add_measure",
    "add_owner",
    "add_participant",
    "add_persona",
    "add_stage",
    "add_step",
    "add_step_after",
    "add_step_before",
    "back_card",
    "check_language",
    "clear_feeling",
    "convert_card",
    "duplicate_cards",
    "duplicate_journey",
    "edit_action",
    "edit_card",
    "edit_cards",
    "edit_evidence",
    "edit_journey",
    "edit_link",
    "edit_measure",
    "edit_owner",
    "edit_participant",
    "edit_persona",
    "edit_stage",
    "edit_step",
    "edit_workshop",
    "feeling_at",
    "give_verdict",
    "hide_from_persona",
    "hide_lane",
    "involve",
    "is_answer",
    "join_stage",
    "likely_kinds",
    "make_intended_copy",
    "merge_evidence",
    "merge_owners",
    "merge_personas",
    "move_card",
    "move_cards",
    "move_journey",
    "move_lane",
    "move_persona",
    "move_stage",
    "move_step",
    "new_workshop",
    "next_code",
    "own_step",
    "own_steps",
    "picture_of",
    "release",
    "remove_action",
    "remove_cards",
    "remove_evidence",
    "remove_journey",
    "remove_lane",
    "remove_link",
    "remove_measure",
    "remove_owner",
    "remove_participant",
    "remove_persona",
    "remove_stage",
    "remove_step",
    "rename_lane",
    "reorder_card",
    "reverse_link",
    "say_phase",
    "set_accountable",
    "set_feeling",
    "set_picture",
    "set_portrait",
    "set_span",
    "set_text",
    "set_votes",
    "show_lane",
    "show_to_persona",
    "split_stage",
    "touchpoints_at",
    "unback_card",
    "usual_kind",
    "withdraw_verdict",
]
