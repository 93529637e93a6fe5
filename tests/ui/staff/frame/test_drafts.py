"""Drafts: what was typed and not saved comes back, whole or not at all."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.model.errors import DiskFull
from kiosk.ui.staff.drafts import Drafts

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts", "magda")


def test_a_draft_comes_back_with_every_letter(drafts: Drafts, tmp_path: Path) -> None:
    values = {"title": "Zażółć gęślą jaźń – 日本 \u0000", "fields": [["245", "10", "$a x"]], "n": 3}
    drafts.keep("catalogue/r12", "Wolf Hall", values, AT)
    found = Drafts(tmp_path / "drafts", "MAGDA").of("catalogue/r12")
    assert found is not None
    assert (found.form, found.about, found.at) == ("catalogue/r12", "Wolf Hall", AT)
    assert found.values == values


def test_the_latest_words_replace_earlier_ones_and_forms_do_not_meet(drafts: Drafts) -> None:
    drafts.keep("catalogue/r1", "One", {"title": "a"}, AT)
    drafts.keep("catalogue/r1", "One", {"title": "b"}, LATER)
    drafts.keep("catalogue/R1/x", "Other", {"title": "c"}, AT)
    assert [(draft.about, draft.values["title"]) for draft in drafts.all()] == [("One", "b"), ("Other", "c")]
    drafts.forget("catalogue/r1")
    drafts.forget("catalogue/r1")
    assert [draft.about for draft in drafts.all()] == ["Other"]


def test_nobody_sees_the_drafts_of_another_account(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep("patrons/new", "New", {"name": "Krause"}, AT)
    assert Drafts(tmp_path / "drafts", "piotr").all() == ()
    files = [path for path in (tmp_path / "drafts").rglob("*") if path.is_file()]
    assert [oct(path.stat().st_mode & 0o077) for path in files] == ["0o0"]
    assert not any("Krause" in str(path) or "magda" in str(path) for path in files)


def test_a_write_that_fails_leaves_the_draft_before(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.keep("rules", "Rules", {"days": "28"}, AT)

    def full(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        drafts.keep("rules", "Rules", {"days": "14"}, LATER)
    found = drafts.of("rules")
    assert found is not None
    assert found.values == {"days": "28"}


@pytest.mark.parametrize(
    "garbage", ["", "{", "[]", "null", '{"form": 1}', "\x00\xff", json.dumps({"at": "x"})]
)
def test_a_garbled_draft_is_none_and_hides_no_other(drafts: Drafts, tmp_path: Path, garbage: str) -> None:
    drafts.keep("one", "One", {}, AT)
    drafts.keep("two", "Two", {}, AT)
    next((tmp_path / "drafts").rglob("one-*.json")).write_text(garbage, encoding="latin-1")
    assert [draft.about for draft in drafts.all()] == ["Two"]
    assert drafts.of("one") is None
