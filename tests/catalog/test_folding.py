"""Folding: what is typed meets what is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.folding import fold, fold_variants


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller-Straße", "muller strasse"),
        ("Łódź, Øre; Æsop & Œuvre", "lodz ore aesop oeuvre"),
        ("Tolʹstoĭ, Lev", "tolstoi lev"),
        ("V︠i︡atka", "viatka"),
        ("\u0098Der\u009c Zauberberg", "der zauberberg"),
        ("Programmieren in C++ und C#: + mehr", "programmieren in c++ und c# mehr"),
        ("Sonate fis-moll #2", "sonate fis moll 2"),
        ("한국어 소설", "한국어 소설"),
        ("नमस्ते", "नमस्ते"),
        ("שָׁלוֹם", "שלום"),
        ("İstanbul", "istanbul"),
        ("ﬁn Ａｂ", "fin ab"),
        ("  ...  ", ""),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text())
def test_a_folded_text_has_no_gap_at_its_ends_and_none_of_two(text: str) -> None:
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded


@pytest.mark.parametrize("pair", [("Müller", "Mueller"), ("Müller", "Muller"), ("Mueller", "Muller")])
def test_spellings_of_one_name_share_a_form(pair: tuple[str, str]) -> None:
    assert set(fold_variants(pair[0])) & set(fold_variants(pair[1]))


@pytest.mark.parametrize(
    ("word", "variants"),
    [
        ("Müller", ("muller", "mueller")),
        ("Mueller", ("mueller", "muller")),
        ("Mu\u0308ller", ("muller", "mueller")),
        ("Ørsted", ("orsted", "oersted")),
        ("Århus", ("arhus", "aarhus")),
        ("neue", ("neue",)),
        ("Quelle", ("quelle",)),
        ("Łódź", ("lodz",)),
        ("!", ()),
    ],
)
def test_a_word_has_its_variants(word: str, variants: tuple[str, ...]) -> None:
    assert fold_variants(word) == variants
