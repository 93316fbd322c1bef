"""What the cells of a row say of its card, and what becomes of a cell that says nothing to us."""

from __future__ import annotations

import pytest

from journey.model import (
    Card,
    CardKind,
    Feeling,
    JourneyPersona,
    Link,
    LinkKind,
    Measure,
    MeasureKind,
    Owner,
    Ownership,
    OwnershipRole,
    Persona,
    Step,
)
from journey.model.fields import LONG_TEXT_LIMIT, TEXT_LIMIT
from tests.export.sheets.small_sheets import only_card, read, texts, told


def test_unknown_columns_are_told_and_kept_in_the_note() -> None:
    sheet = "step;pain;note;Target group;;\nBuy;Slow;Hm;Young;left over;more\n"
    assert only_card(sheet).note == "Hm\nTarget group: Young\nColumn 5: left over\nColumn 6: more"
    assert told(sheet) == [
        (
            0,
            "3 columns are not known; their cells were kept in the notes of the cards: "
            "Target group (“Young”), Column 5 (“left over”), Column 6 (“more”)",
        )
    ]


def test_a_second_column_for_a_field_is_kept_in_the_note_and_one_for_a_kind_makes_cards() -> None:
    cards = read("step;pain;channel;pain 2;channel\nBuy;Slow;Web;Dear;App\n").of(Card)
    assert [(card.text, card.channel, card.note) for card in cards] == [
        ("Slow", "Web", "channel: App"),
        ("Dear", "", ""),
    ]


def test_what_has_no_card_to_stand_on_becomes_a_note_card() -> None:
    card = only_card("step;note;Target group\nBuy;Hm;Young\n")
    assert (card.kind, card.text) == (CardKind.NOTE, "Hm\nTarget group: Young")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("severity", "9"),
        ("severity", "bad"),
        ("value", "2.5"),
        ("cost", "much"),
        ("cost", "1e300"),
        ("status", "maybe"),
        ("contact", "Ola"),
        ("span", "0"),
        ("moment of truth", "perhaps"),
        ("minutes", "-1"),
        ("minutes", "a while"),
        ("phase", "later"),
        ("nps", "good"),
        ("measures", "good"),
        ("measures", "Calls | speed=7"),
        ("tags", "x" * 101),
        ("channel", "x" * (TEXT_LIMIT + 1)),
        ("owner", "x" * 201),
    ],
)
def test_a_cell_that_does_not_fit_is_told_and_kept_in_the_note(column: str, cell: str) -> None:
    sheet = f"stage;step;pain;{column}\nBefore;Buy;Slow;{cell}\n"
    assert only_card(sheet).note == f"{column}: {cell}"
    ((line, message),) = told(sheet)
    assert line == 2
    assert message.endswith("it was kept in a note.")


def test_an_unknown_kind_is_told_and_kept() -> None:
    card = only_card("step;kind;text\nBuy;riddle;Why?\n")
    assert (card.kind, card.text, card.note) == (CardKind.NOTE, "Why?", "kind: riddle")


def test_words_for_a_feeling_without_a_number_are_kept_and_told() -> None:
    sheet = "step;touchpoint;Emotions\nBuy;Shop;annoyed\n"
    map_data = read(sheet)
    assert not map_data.of(Feeling)
    assert [card.note for card in map_data.of(Card)] == ["Emotions: annoyed"]
    assert [line for line, _message in told(sheet)] == [2]


@pytest.mark.parametrize(
    ("cells", "scores"),
    [
        (["-2", "+2", "0,5"], [-2, 2, 0.5]),
        (["1", "3", "5"], [-2, 0, 2]),
        (["0", "5", "10"], [-2, 0, 2]),
        (["-5", "0", "5"], [-2, 0, 2]),
        (["0", "50", "100"], [-2, 0, 2]),
        (["++", "-", "0"], [2, -1, 0]),
        (["😀", "😐", "😡"], [2, 0, -2]),
        (["1", "\u22121", "2"], [1, -1, 2]),
    ],
)
def test_feelings_are_brought_to_our_scale(cells: list[str], scores: list[float]) -> None:
    sheet = "step\tfeeling\n" + "".join(f"s{n}\t{cell}\n" for n, cell in enumerate(cells))
    assert [one.score for one in read(sheet).of(Feeling)] == scores
    ours = all(abs(score) <= 2 for score in scores) and cells[-1] not in {"5", "10", "100"}
    assert bool(told(sheet)) is not ours


def test_personas_have_feelings_of_their_own() -> None:
    sheet = "step;feeling;persona\nBuy;1;Maja\nBuy;-1;Ola\nBuy;0;\nBuy;2;Maja\n"
    map_data = read(sheet)
    names = {one.id: one.name for one in map_data.of(Persona)}
    seen = [(one.score, names.get(one.persona or "")) for one in map_data.of(Feeling)]
    assert seen == [(1, "Maja"), (-1, "Ola"), (0, None)]
    assert len(map_data.of(JourneyPersona)) == 2
    assert told(sheet) == [
        (5, "The step has another feeling already; this one was kept in a note: “feeling: 2”")
    ]


def test_involved_owners_are_listed_between_semicolons() -> None:
    sheet = "step,touchpoint,owner,involved\nBuy,Shop,Sales;Web,IT; informed: Law; c: Ola; informed: Law\n"
    map_data = read(sheet)
    roles = [(map_data.of(Owner)[one.owner].name, str(one.role)) for one in map_data.of(Ownership)]
    assert roles == [
        ("Sales", "accountable"),
        ("Web", "responsible"),
        ("IT", "responsible"),
        ("Law", "informed"),
        ("Ola", "consulted"),
    ]
    assert told(sheet) == [(2, "“Law” does not fit the column “owner”; it was kept in a note.")]


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("Ward 3, Physio", ["Ward 3", "physio"]),
        ('"Health, Safety", Physio', ["Health, Safety", "physio"]),
        ("Health\\, Safety; Ward 3", ["Health, Safety", "Ward 3"]),
        ("Health, Safety", ["Health, Safety"]),
        ("“Health, Safety”", ["Health, Safety"]),
        ('Bob "Bo" Hansen', ['Bob "Bo" Hansen']),
        ("Health, Physio; Lab, Night", ["Health", "physio", "Lab, Night"]),
        ("Ward 3,", ["Ward 3"]),
        ("Unit: physio, East", ["Unit: physio, East"]),
    ],
)
def test_a_comma_parts_owners_where_one_of_them_stands_alone_elsewhere(owner: str, names: list[str]) -> None:
    quoted = owner.replace('"', '""')
    made = read(f'step;touchpoint;owner\nA;x;"{quoted}"\nB;y;physio\n')
    by_card = made.of(Ownership).by("card")
    (first,) = (one for one in made.of(Card) if one.text == "x")
    roles = {made.of(Owner)[one.owner].name: one.role for one in by_card[first.id]}
    assert set(roles) == set(names)
    assert {one.name for one in made.of(Owner)} == {*names, "physio"}
    assert [name for name in roles if roles[name] is OwnershipRole.ACCOUNTABLE] == names[:1]


def test_a_comma_parts_those_of_one_role() -> None:
    made = read("step;touchpoint;owner;involved\nA;x;Sales;informed: IT, Law\nB;y;IT;\n")
    roles = {
        made.of(Owner)[one.owner].name: str(one.role) for one in made.of(Ownership).by("role")["informed"]
    }
    assert roles == {"IT": "informed", "Law": "informed"}


@pytest.mark.parametrize(
    ("involved", "roles"),
    [
        ("Responsible: IT, Consulted: Law", {"IT": "responsible", "Law": "consulted"}),
        ("IT, Consulted: Law", {"IT": "responsible", "Law": "consulted"}),
        ("informed: IT, Web, c: Law", {"IT, Web": "informed", "Law": "consulted"}),
        ("Unit: Web, East", {"Unit: Web, East": "responsible"}),
    ],
)
def test_a_role_after_a_comma_begins_another_owner(involved: str, roles: dict[str, str]) -> None:
    made = read(f"step;touchpoint;owner;involved\nA;x;Sales;{involved}\n")
    owners = {made.of(Owner)[one.owner].name: str(one.role) for one in made.of(Ownership)}
    assert owners == {"Sales": "accountable", **roles}


def test_a_role_before_a_name_is_no_part_of_it_when_it_parts_others() -> None:
    made = read("step;touchpoint;owner;involved\nA;x;Web, Law;\nB;y;Sales;IT, consulted: Law\n")
    assert {one.name for one in made.of(Owner)} == {"Web", "Law", "Sales", "IT"}


def test_a_last_comma_and_a_role_need_no_telling() -> None:
    assert told("step;touchpoint;owner;involved\nA;x;Ward 3,;IT, consulted: Law\n") == []


def test_what_was_made_of_commas_is_told() -> None:
    sheet = "step;touchpoint;owner\nA;x;Ward 3, Physio\nB;y;Physio\nC;z;Claims, Nordic\nD;w;Law\\, North\n"
    assert told(sheet) == [
        (0, "Owners were parted at the commas where one of them stands alone elsewhere: “Ward 3, Physio”."),
        (
            0,
            "Read as one owner: “Claims, Nordic”. If these are several, put semicolons between them.",
        ),
    ]


def test_only_one_owner_answers_for_a_card() -> None:
    sheet = "step,touchpoint,owner,involved\nBuy,Shop,Sales,accountable: IT\n"
    assert [owner.name for owner in read(sheet).of(Owner)] == ["Sales"]
    assert [card.note for card in read(sheet).of(Card)] == ["owner: IT"]


def test_links_lead_from_code_to_code() -> None:
    sheet = (
        "step,code,text,links\nA,T1,x,hands over: T2 by post; causes:T9; T1; T2; T2 again\nB,T2,y,neste:T1\n"
    )
    map_data = read(sheet)
    codes = {card.id: card.code for card in map_data.of(Card)}
    links = [(codes[one.source], codes[one.target], one.kind, one.label) for one in map_data.of(Link)]
    assert links == [
        ("T1", "T2", LinkKind.HANDS_OVER, "by post"),
        ("T1", "T2", LinkKind.SUPPORTS, ""),
        ("T2", "T1", LinkKind.NEXT, ""),
    ]
    assert [line for line, _message in told(sheet)] == [2, 2, 2]


@pytest.mark.parametrize(
    ("column", "cell", "measure"),
    [
        ("NPS", "-12", ("NPS", MeasureKind.NPS, -12)),
        ("measure", "NPS 42", ("NPS", MeasureKind.NPS, 42)),
        ("KPI", "Answered: 78,5 %", ("Answered", MeasureKind.PERCENT, 78.5)),
        ("måling", "Svartid 3 min", ("Svartid", MeasureKind.MINUTES, 3)),
        ("measures", "Calls | value=7", ("Calls", MeasureKind.COUNT, 7)),
        ("measures", "1200", ("count", MeasureKind.COUNT, 1200)),
    ],
)
def test_measures_are_read_as_people_jot_them_down(
    column: str, cell: str, measure: tuple[str, MeasureKind, float]
) -> None:
    (read_one,) = read(f"step;touchpoint;{column}\nBuy;Shop;{cell}\n").of(Measure)
    assert (read_one.name, read_one.kind, read_one.value) == measure


@pytest.mark.parametrize(
    ("cell", "minutes"), [("30", 30), ("1,5 t", 90), ("2 timer", 120), ("3 dager", 4320), ("1 w", 10080)]
)
def test_times_are_read_in_minutes(cell: str, minutes: float) -> None:
    (step,) = read(f"step;duration;ventetid\nBuy;{cell};10\n").of(Step)
    assert (step.minutes, step.wait_minutes) == (minutes, 10)


def test_severity_is_the_pains_and_value_is_the_ideas() -> None:
    cards = read("step;touchpoint;pain;idea;severity;value;code\nBuy;Shop;Slow;Faster;3;5;K1\n").of(Card)
    assert [(card.severity, card.value, card.code) for card in cards] == [
        (0, None, "K1"),
        (3, None, ""),
        (0, 5, ""),
    ]


def test_a_gain_is_a_card_in_a_wide_sheet_and_money_beside_a_text() -> None:
    assert texts(read("step;gain\nBuy;Quick\n"), CardKind.GAIN) == ["Quick"]
    assert only_card("step;kind;text;gain\nBuy;idea;App;10 000 kr\n").gain == 10_000


def test_a_text_too_long_for_a_card_goes_on_in_its_note() -> None:
    text = "a" * TEXT_LIMIT + "b" * LONG_TEXT_LIMIT + "c" * 100
    sheet = f"step;pain\nBuy;{text}\n"
    card = only_card(sheet)
    assert (card.text, card.note) == ("a" * TEXT_LIMIT, "b" * LONG_TEXT_LIMIT)
    assert [line for line, _message in told(sheet)] == [2, 2]
    assert "100 more were left out" in told(sheet)[1][1]


def test_a_title_too_long_is_cut_and_told() -> None:
    sheet = f"stage;step\n{'x' * 3000};{'y' * 3000}\n"
    assert [len(step.title) for step in read(sheet).of(Step)] == [TEXT_LIMIT]
    assert [line for line, _message in told(sheet)] == [2, 2]


def test_a_cell_of_two_megabytes_is_read() -> None:
    sheet = f'step;pain\nBuy;"{"word " * 400_000}"\n'
    assert len(only_card(sheet).note) <= LONG_TEXT_LIMIT
    assert len(told(sheet)) == 2


def test_a_card_that_reaches_too_far_is_made_shorter() -> None:
    sheet = "step;kind;text;span\nA;pain;x;9\nB;pain;y;1\n"
    assert [card.span for card in read(sheet).of(Card)] == [2, 1]
    assert [line for line, _message in told(sheet)] == [2]


def test_text_is_cleaned() -> None:
    assert only_card("step;pain\nBuy;a\u202eb\x07\tc\u0301\n").text == "ab ć"


def test_a_channel_is_the_touchpoints_whatever_the_order_of_the_columns() -> None:
    cards = read("step;pain;touchpoint;channel\nBuy;Slow;Shop;Web\n").of(Card)
    assert {card.text: card.channel for card in cards} == {"Slow": "", "Shop": "Web"}


def test_a_score_on_no_scale_is_kept_in_a_note() -> None:
    map_data = read("step;feeling\nA;500\nB;1\n")
    assert [one.score for one in map_data.of(Feeling)] == [1]
    assert [card.text for card in map_data.of(Card)] == ["feeling: 500"]


@pytest.mark.parametrize("heading", ["Description", "Beskrivelse", "Beskrivning", "Beskriving"])
def test_a_description_is_the_text_of_the_card_whose_lane_the_row_names(heading: str) -> None:
    sheet = f"Stage;Step;Lane;{heading};Notes\nBefore;Packs;Touchpoints;Bag;red\n;;Backstage;Plan;\n"
    assert [(card.kind, card.text, card.note) for card in read(sheet).of(Card)] == [
        (CardKind.TOUCHPOINT, "Bag", "red"),
        (CardKind.BACKSTAGE_PROCESS, "Plan", ""),
    ]
    assert not told(sheet)


@pytest.mark.parametrize("column", ["kind;text", "lane;touchpoint"])
def test_a_description_beside_a_text_is_a_note(column: str) -> None:
    card = only_card(f"step;{column};description\nPacks;touchpoint;Bag;red\n")
    assert (card.text, card.note) == ("Bag", "red")
