"""Every problem that an import or export can tell has its sentence in every language."""

import re
from pathlib import Path

import pytest

import kiosk.catalog
from kiosk.words import wording

_CALL = re.compile(r'(?:warning|error|DamagedFile)\(\s*"([a-z_0-9.]+)"')
_NAMED = re.compile(r'"((?:isbn|branch|item_type|record)\.[a-z_0-9]+)"')


def codes() -> set[str]:
    found: set[str] = set()
    for path in Path(kiosk.catalog.__file__).parent.rglob("*.py"):
        if "search" not in path.parts:
            text = path.read_text(encoding="utf-8")
            found |= set(_CALL.findall(text)) | set(_NAMED.findall(text))
    return found


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_problem_has_a_sentence(language: str) -> None:
    known = codes()
    assert {"record.authority", "local_changes", "isbn.ruined", "encoding.bad_marc8"} <= known
    catalogue = Path(kiosk.catalog.__file__).parents[1] / "words" / "catalogs" / language / "import.po"
    text = catalogue.read_text(encoding="utf-8")
    assert [code for code in sorted(known) if f'msgid "import.{code}"' not in text] == []
    words = wording(language, "Europe/Berlin")
    assert "ISO 2709" in words("import.export.too_long", file="x.rest.xml")
