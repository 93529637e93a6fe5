"""The answer as JSON, and commands that do not pay for what they do not use."""

import subprocess
import sys
from datetime import date

import pytest
import typer

from kiosk.cli.answers import answer_document, chosen_settings
from kiosk.model.library import Library
from kiosk.policies.asking import Asking

DAY = date(2026, 11, 24)


def test_the_document_is_as_the_contract_has_it(asking: Asking) -> None:
    document = answer_document(asking.ask("Wie lange darf ich eine DVD behalten?", "de", branch="MAIN"))
    assert {"question", "language", "band", "answers", "refine", "catalog_query", "channels"} <= set(document)
    assert (document["language"], document["band"], document["channels"]) == ("de", "answer", [])
    answers, refine = document["answers"], document["refine"]
    assert isinstance(answers, list)
    assert isinstance(refine, list)
    assert {"article", "title", "text", "score"} <= set(answers[0])
    assert answers[0]["article"] == "loan-periods"
    assert refine[0]["key"] == "item_type"
    assert {"value": "dvd", "label": "Film (DVD, Blu-ray)"} in refine[0]["options"]


def test_settings_are_told_without_case_and_unknown_ones_are_wrong_usage(sample_library: Library) -> None:
    assert chosen_settings(sample_library, ["item_type=DVD"], DAY) == {"item_type": "dvd"}
    for wrong in ("item_type", "colour=red", "item_type=parrot", "day=yesterday", "day=2026-11-23"):
        with pytest.raises(typer.BadParameter):
            chosen_settings(sample_library, [wrong], DAY)
    for right in ("tomorrow", "sat", "2026-12-24"):
        assert chosen_settings(sample_library, [f"day={right}"], DAY) == {"day": right}


def test_commands_other_than_these_load_neither_whoosh_nor_stemmers() -> None:
    code = (
        "import sys, kiosk.cli.app, kiosk.services;"
        "heavy = ('whoosh', 'snowballstemmer', 'markdown_it', 'kiosk.policies');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
