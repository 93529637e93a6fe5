"""The page that goes through the clauses names tests that there are."""

import ast
import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_PAGE = _ROOT / "docs/accessibility.md"
_NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
_ROW = re.compile(r"^\| (?!clause|criterion|---)(.+) \| (.+) \| (.+) \|$", re.MULTILINE)


def test_every_test_that_the_page_names_is_there() -> None:
    named = _NAMED.findall(_PAGE.read_text("utf-8"))
    missing = [f"{file}::{name}" for file, name in named if not _is_there(_ROOT / file, name)]
    assert len(named) > 60
    assert missing == []


def test_every_clause_has_a_test_or_says_why_there_is_none() -> None:
    rows = _ROW.findall(_PAGE.read_text("utf-8"))
    assert len(rows) > 60
    assert [
        row[0] for row in rows if not _NAMED.search(row[2]) and row[2] not in ("no", "place", "not met")
    ] == []


def _is_there(file: Path, name: str) -> bool:
    if not file.is_file():
        return False
    functions = (
        one.name for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.FunctionDef)
    )
    return not name or name in functions
