"""The habits of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "kiosk"
DUMPING_GROUNDS = {"utils", "util", "helpers", "helper", "common", "manager", "core", "misc"}
PYTHON = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
QML = sorted(PACKAGE.rglob("*.qml"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_there_is_something_to_look_at() -> None:
    assert len(PYTHON) > 100
    assert len(QML) > 30


@pytest.mark.parametrize("path", [*PYTHON, *QML], ids=short)
def test_no_file_is_a_dumping_ground(path: Path) -> None:
    parts = {part.lower() for part in path.relative_to(ROOT).with_suffix("").parts}
    assert not parts & DUMPING_GROUNDS


@pytest.mark.parametrize("path", PYTHON, ids=short)
def test_a_python_file_keeps_to_one_idea(path: Path) -> None:
    # A view model is one list of properties, however many its page has.
    most = 360 if "view_models" in path.parts else 300
    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


@pytest.mark.parametrize("path", QML, ids=short)
def test_a_qml_file_keeps_to_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200


@pytest.mark.parametrize("path", PYTHON, ids=short)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", PYTHON, ids=short)
def test_nothing_is_changed_at_module_level(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]


@pytest.mark.parametrize("path", QML, ids=short)
def test_qml_types_of_ours_carry_our_name(path: Path) -> None:
    assert path.stem == "Theme" or path.stem.startswith("Kiosk")
    assert not re.search(r"^\s*component (?!Kiosk)", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", QML, ids=short)
def test_no_property_reads_as_a_signal_handler(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\bproperty\s+\S+\s+on[A-Z]", text)


@pytest.mark.parametrize("path", QML, ids=short)
def test_words_begin_where_the_language_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.stem == "Theme" or not re.search(r"\bText(Input)?\.Align(Left|Right)\b", text)


# Books, shelves, codes and maps are pictures: their ink is no colour of the interface.
PICTURES = {
    "KioskReturnPlace",
    "KioskFloorMap",
    "KioskMapBox",
    "KioskSpine",
    "KioskReader",
    "KioskBars",
    "KioskJoinBars",
    "KioskQrCode",
    "KioskRecordMap",
}


@pytest.mark.parametrize(
    "path", [p for p in QML if "base" not in p.parts and p.stem not in PICTURES], ids=short
)
def test_colours_come_from_the_theme(path: Path) -> None:
    assert not re.search(r'"#[0-9A-Fa-f]{3,8}"', path.read_text(encoding="utf-8"))


def test_nothing_touches_the_machine_when_imported() -> None:
    """Importing the light rooms opens no database, index or window, and loads none of their libraries."""
    heavy = ("sqlalchemy", "PySide6", "tantivy", "whoosh", "reportlab", "pymarc")
    code = (
        "import sys, kiosk.cli.app, kiosk.services, kiosk.rules, kiosk.model.decision;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_evaluate_is_the_only_place_that_decides() -> None:
    """Reasons are made by rules alone, but for the codes that say that nothing was found to decide on."""
    makers = {
        short(path)
        for path in PYTHON
        if "rules" not in path.parts
        and "model" not in path.parts
        and re.search(r"\bReason\(\s*ReasonCode\.", path.read_text(encoding="utf-8"))
    }
    assert makers <= {
        "kiosk/circulation/checkin.py",
        "kiosk/circulation/incomplete.py",
        "kiosk/circulation/lost.py",
        "kiosk/circulation/hold.py",
    }


RECKONING = sorted(
    path
    for room in ("rules", "model", "circulation", "membership", "storage/circulation", "storage/tables")
    for path in (PACKAGE / room).rglob("*.py")
    if path.name != "batches.py"  # reckons with seconds alone
)


@pytest.mark.parametrize("path", RECKONING, ids=short)
def test_nothing_that_reckons_with_money_knows_a_float(path: Path) -> None:
    found = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
        or (isinstance(node, ast.Name) and node.id in {"float", "Float", "Numeric", "REAL"})
    ]
    assert found == []
