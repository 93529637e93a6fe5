"""Of whom a draft tells is known by its name: single words of a form as well as its whole draft."""

import json
from pathlib import Path

import pytest

from kiosk.membership.left_drafts import drafts_of_people


@pytest.mark.parametrize(
    ("form", "cards"),
    [
        ("patrons/20000017", ("20000017", "20000017")),
        ("patrons/20000017/typed", ("20000017", "20000017")),
        ("patrons/20000017/note", ("20000017/note", "20000017")),
        ("patrons/20000017/note/typed", ("20000017/note", "20000017")),
        ("desk/money/20000017/typed", ("20000017",)),
    ],
)
def test_a_draft_about_a_person_names_the_card(tmp_path: Path, form: str, cards: tuple[str, ...]) -> None:
    write(tmp_path, form)
    assert [draft.cards for draft in drafts_of_people(tmp_path)] == [cards]


@pytest.mark.parametrize(
    "form",
    [
        "patrons/new",
        "patrons/new/typed",
        "patrons/sweep/sought",
        "patrons/sought",
        "settings/branch/MAIN/typed",
    ],
)
def test_a_draft_about_nobody_is_no_persons(tmp_path: Path, form: str) -> None:
    write(tmp_path, form)
    assert not list(drafts_of_people(tmp_path))


def write(folder: Path, form: str) -> None:
    (folder / "account").mkdir()
    kept = {"form": form, "about": "", "at": "2026-11-24T10:00:00+00:00", "values": {}}
    (folder / "account" / "one.json").write_text(json.dumps(kept))
