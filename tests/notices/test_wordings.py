"""A library's own wordings are written out, edited, and taken back; what would tell nothing is refused."""

from pathlib import Path

import pytest

from kiosk.model.errors import FileUnreadable, TemplateInvalid
from kiosk.notices.kinds import KINDS, ON_PAPER, PAPERS, PLACEHOLDERS
from kiosk.notices.wording_files import keep_wordings, read_wordings, wordings_in_effect
from kiosk.notices.wordings import Worded, check_wording
from kiosk.words import wording
from kiosk.words.reasons import error_sentence
from tests.storage.builders import NOW, Town

LANGUAGES = ("de", "en", "pl")


def dumped(town: Town, folder: Path) -> Path:
    with town.database.read() as view:
        for name, text in wordings_in_effect(view, LANGUAGES):
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def load(town: Town, folder: Path) -> tuple[int, int]:
    with town.database.act() as work:
        kept = keep_wordings(work, read_wordings(folder, LANGUAGES), "anna", NOW)
        work.commit()
    return kept


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_program_s_own_wordings_are_as_a_library_s_must_be(kind: str, language: str) -> None:
    words = wording(language)
    for count in (1, 2, 5):
        subject = words.catalogue.plural(f"letter.{kind}.subject", count)
        check_wording(Worded(kind, language, subject, words.catalogue.text(f"letter.{kind}.body")), "x")


def test_what_was_written_out_and_taken_back_changes_nothing(town: Town, tmp_path: Path) -> None:
    assert load(town, dumped(town, tmp_path)) == (0, len((*KINDS, *PAPERS)) * len(LANGUAGES))
    with town.database.read() as view:
        assert view.templates.all() == ()


def test_an_edited_wording_is_the_library_s_until_it_is_as_before(town: Town, tmp_path: Path) -> None:
    dumped(town, tmp_path)
    usual = (tmp_path / "courtesy.pl.txt").read_text(encoding="utf-8")
    (tmp_path / "courtesy.pl.txt").write_bytes("\ufeffWkrótce: {n}\r\n\r\nProszę:\r\n{items}\r\n".encode())
    assert load(town, tmp_path)[0] == 1
    with town.database.read() as view:
        (own,) = view.templates.all()
    assert (own.kind, own.language, own.subject, own.body) == (
        "courtesy",
        "pl",
        "Wkrótce: {n}",
        "Proszę:\n{items}\n",
    )
    (tmp_path / "courtesy.pl.txt").write_text(usual, encoding="utf-8")
    assert load(town, tmp_path)[0] == 0


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("courtesy.de.txt", "Bald\n\nnichts\n", "needs the items"),
        ("courtesy.de.txt", "\n\n{items}\n", "first line is the subject"),
        ("courtesy.de.txt", "x" * 300 + "\n\n{items}\n", "first line is the subject"),
        ("courtesy.de.txt", "Bald\n\n{items} {name}\n", "“name” is unknown"),
        ("courtesy.de.txt", "Bald {}\n\n{items}\n", "is unknown"),
        ("receipt_return.de.txt", "Danke\n\n{items}\n{n}\n", "“n” is unknown"),
        ("statement.de.txt", "Konto\n\nnichts\n", "needs the items"),
        ("birthday.de.txt", "Bald\n\n{items}\n", "no notice “birthday”"),
        ("courtesy.de.txt", "Bald\n\n{items}" + "x" * 20_000, "at most"),
    ],
)
def test_a_wording_that_cannot_be_used_is_named_and_nothing_taken(
    town: Town, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(TemplateInvalid) as refused:
        load(town, tmp_path)
    sentence = error_sentence(refused.value, wording("en"))
    assert said in sentence
    assert name in sentence
    with town.database.read() as view:
        assert view.templates.all() == ()


def test_a_folder_with_nothing_in_it_and_a_file_that_is_no_text_are_told(town: Town, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        load(town, tmp_path)
    (tmp_path / "courtesy.fr.txt").write_text("Bientôt\n\n{items}\n", encoding="utf-8")
    with pytest.raises(FileUnreadable):
        load(town, tmp_path)
    (tmp_path / "courtesy.de.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileUnreadable):
        load(town, tmp_path)


def test_the_places_are_those_that_the_documents_name() -> None:
    text = (Path(__file__).parents[2] / "docs" / "printing.md").read_text(encoding="utf-8")
    assert all(f"`{{{place}}}`" in text for place in (*PLACEHOLDERS, *ON_PAPER))
    assert all(f"`{kind}`" in text for kind in (*KINDS, *PAPERS))
