"""The library file: read strictly, written back whole."""

import re
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.model.errors import ConfigurationInUse, FileUnreadable, LibraryFileInvalid
from kiosk.model.library import (
    Branch,
    CardFormat,
    Channel,
    ItemType,
    Joining,
    KioskProfile,
    LabelFormat,
    Library,
    PatronCategory,
    Retention,
    Sheet,
    Shelf,
    Symbology,
)
from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.model.rule import CirculationRule, ClosedDays, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.texts import LocalText
from kiosk.staff.founding import empty_library
from kiosk.staff.library_file import library_file_text, load_library_file, read_library_file
from kiosk.storage import Database
from kiosk.words import wording
from tests.circulation.desk import Desk
from tests.storage.builders import library as full_library

HEAD = """
[library]
name = "Town Library"
currency = "EUR"
languages = ["en", "de"]
[[branch]]
code = "MAIN"
[[patron_category]]
code = "adult"
[[item_type]]
code = "dvd"
[[rule]]
loan_period = "28 days"
max_loans = 10
"""


def read(folder: Path, text: str) -> Library:
    file = folder / "library.toml"
    file.write_text(text, encoding="utf-8")
    return read_library_file(file)


def complaint(folder: Path, text: str) -> tuple[str, dict[str, Any]]:
    """Return the key and the values of what the file is refused for."""
    with pytest.raises(LibraryFileInvalid) as refused:
        read(folder, text)
    problem = refused.value.values["problem"]
    assert isinstance(problem, Problem)
    sentence = wording("en").show(problem)
    assert not re.search(r"\{\w+\}", sentence)
    return problem.key.removeprefix("library_file."), dict(problem.values)


def test_the_smallest_file_is_read_with_every_default(tmp_path: Path) -> None:
    library = read(tmp_path, HEAD)
    assert library.name.in_language("de") == "Town Library"
    assert library.lend_other_branches
    (branch,) = library.branches
    assert (branch.calendar.week, branch.calendar.time_zone) == (None, "Europe/Berlin")
    (rule,) = library.rules
    assert rule.values == RuleValues(loan_period=Period(28, PeriodUnit.DAYS), max_loans=10)


def test_hours_are_read_by_day_and_a_day_left_out_is_closed(tmp_path: Path) -> None:
    hours = 'hours = { tue = ["10:00-19:00"], wed = ["14:00-24:00", "9:00 - 13:00"], fri = [] }'
    library = read(tmp_path, HEAD.replace('code = "MAIN"', f'code = "MAIN"\n{hours}'))
    week = library.branches[0].calendar.week
    assert week is not None
    assert week[1] == (OpenSpan(time(10), time(19)),)
    assert week[2] == (OpenSpan(time(9), time(13)), OpenSpan(time(14), time(23, 59, 59)))
    assert (week[0], week[4]) == ((), ())


def test_hours_that_name_a_day_without_hours_are_not_always_open(tmp_path: Path) -> None:
    closed = read(tmp_path, HEAD.replace('code = "MAIN"', 'code = "MAIN"\nhours = { mon = [] }'))
    always = read(tmp_path, HEAD.replace('code = "MAIN"', 'code = "MAIN"\nhours = {}'))
    assert closed.branches[0].calendar.week == ((),) * 7
    assert always.branches[0].calendar.week is None


RULE, BRANCH, HEADING = "[[rule]] 1", "[[branch]] 1", "library"
MAIN = 'code = "MAIN"'
LIMIT = "max_loans = 10"
EUR = 'currency = "EUR"'
OVERLAP = 'code = "MAIN"\nhours = { mon = ["09:00-13:00", "12:00-18:00"] }'
BACKWARDS = 'code = "MAIN"\n[[branch.closure]]\nfrom = 2026-12-24\nto = 2026-12-01'
PIGEON = '[[channel]]\nkind = "pigeon"\nvalue = "x"\n[[rule]]'
UNDIALLED = '[[channel]]\nkind = "phone"\nvalue = "see the notice"\n[[rule]]'
HOMELESS = '[[kiosk]]\nname = "k"\nbranch = "EAST"\n[[rule]]'
KEPT, CARDS, LABELS, JOINING = (f"library {part}" for part in ("retention", "cards", "labels", "joining"))
EAN_OF_TEN = '\n[library.cards]\nsymbology = "ean13"\nlength = 10'
FLYING = '[[kiosk]]\nname = "k"\nbranch = "MAIN"\nfunctions = ["fly"]\n[[rule]]'


@pytest.mark.parametrize(
    ("old", "new", "key", "where", "named"),
    [
        (EUR, 'currencies = "EUR"', "unknown_key", HEADING, "currencies"),
        (MAIN, 'code = "MAIN"\nphnoe = "1"', "unknown_key", BRANCH, "phnoe"),
        (LIMIT, "max_lones = 10", "unknown_key", RULE, "max_lones"),
        ("[[rule]]", "[[ruel]]", "unknown_key", "", "ruel"),
        (LIMIT, 'max_loans = "10"', "bad_value", RULE, "max_loans"),
        (LIMIT, "max_loans = true", "bad_value", RULE, "max_loans"),
        (LIMIT, "max_loans = -1", "bad_value", RULE, "max_loans"),
        ('"28 days"', '"28"', "bad_value", RULE, "loan_period"),
        ('"28 days"', '"0 days"', "bad_value", RULE, "loan_period"),
        (LIMIT, 'loan_fee = "1.505"', "bad_value", RULE, "loan_fee"),
        (LIMIT, 'loan_fee = "1e999999999"', "bad_value", RULE, "loan_fee"),
        (LIMIT, 'loan_fee = "-1.50"', "bad_value", RULE, "loan_fee"),
        (LIMIT, "fixed_due_date = 2026-07-01T10:00:00", "bad_value", RULE, "fixed_due_date"),
        (LIMIT, 'closed_days = "never"', "bad_value", RULE, "closed_days"),
        (EUR, 'currency = "Euro"', "bad_value", HEADING, "currency"),
        (EUR, 'time_zone = "Mars/Base"', "bad_value", HEADING, "time_zone"),
        (EUR, 'time_zone = "../../etc/passwd"', "bad_value", HEADING, "time_zone"),
        ('["en", "de"]', '["en", "en"]', "bad_value", HEADING, "languages"),
        ('["en", "de"]', '["english"]', "bad_value", HEADING, "languages"),
        ('["en", "de"]', '["xx"]', "bad_value", HEADING, "languages"),
        ('name = "Town Library"', 'name = { "e n" = "x" }', "bad_value", HEADING, "name"),
        (MAIN, 'code = "MA IN"', "bad_value", BRANCH, "code"),
        (MAIN, 'name = "Main"', "missing", BRANCH, "code"),
        (MAIN, 'code = "MAIN"\nhours = { mon = ["9-17"] }', "bad_value", "[[branch]] 1 hours", "mon"),
        (MAIN, OVERLAP, "hours_overlap", "[[branch]] 1 hours", "mon"),
        (MAIN, BACKWARDS, "bad_value", "[[branch]] 1 [[closure]] 1", "to"),
        (MAIN, 'code = "MAIN"\n[[branch]]\ncode = "main"', "twice", "[[branch]]", "branch"),
        ('"dvd"', '"dvd"\n[[item_type]]\ncode = "DVD"', "twice", "[[item_type]]", "item_type"),
        ("[[rule]]", PIGEON, "bad_value", "[[channel]] 1", "kind"),
        ("[[rule]]", UNDIALLED, "no_number", "[[channel]] 1", "value"),
        (MAIN, 'code = "MAIN"\nphone = "ask at the desk"', "no_number", BRANCH, "phone"),
        ("[[rule]]", HOMELESS, "bad_value", "[[kiosk]]", "branch"),
        ("[[rule]]", FLYING, "bad_value", "[[kiosk]] 1", "functions"),
        (MAIN, MAIN + "\n[library.retention]\nmessages = 0", "bad_value", KEPT, "messages"),
        (MAIN, MAIN + '\n[library.retention]\naudit = "never"', "bad_value", KEPT, "audit"),
        (MAIN, MAIN + "\n[library.retention]\nlogs = true", "bad_value", KEPT, "logs"),
        (MAIN, MAIN + "\n[library.retention]\nletters = 3", "unknown_key", KEPT, "letters"),
        (MAIN, MAIN + '\n[library.cards]\nsymbology = "qr"', "bad_value", CARDS, "symbology"),
        (MAIN, MAIN + '\n[library.cards]\nprefix = "T"', "bad_value", CARDS, "prefix"),
        (MAIN, MAIN + '\n[library.cards]\nprefix = "2 9"', "bad_value", CARDS, "prefix"),
        (MAIN, MAIN + "\n[library.cards]\nlength = 5", "bad_value", CARDS, "length"),
        (MAIN, MAIN + "\n[library.cards]\nlength = 25", "bad_value", CARDS, "length"),
        (MAIN, MAIN + EAN_OF_TEN, "bad_value", CARDS, "symbology"),
        (MAIN, MAIN + '\n[library.labels]\nsheet = "a5"', "bad_value", LABELS, "sheet"),
        (MAIN, MAIN + '\n[library.joining]\ncategory = "wizard"', "bad_value", JOINING, "category"),
        (MAIN, MAIN + "\n[library.joining]\ndays_valid = 0", "bad_value", JOINING, "days_valid"),
        ('"adult"', '"adult"\nhold_priority = -1', "bad_value", "[[patron_category]] 1", "hold_priority"),
    ],
)
def test_what_cannot_be_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, key: str, where: str, named: str
) -> None:
    assert old in HEAD
    found, values = complaint(tmp_path, HEAD.replace(old, new, 1))
    assert (found, values["where"], values["key"]) == (key, where, named)


@pytest.mark.parametrize(
    ("more", "key", "row"),
    [
        ('[[rule]]\nbranch = "EAST"\nrenewals = 1', "rule.unknown_branch", 2),
        ('[[rule]]\npatron_category = "wizard"\nrenewals = 1', "rule.unknown_patron_category", 2),
        ('[[rule]]\nitem_type = "scroll"\nrenewals = 1', "rule.unknown_item_type", 2),
        ("[[rule]]\nmax_loans = 5", "rule.set_twice", 2),
    ],
)
def test_rules_that_contradict_name_their_row(tmp_path: Path, more: str, key: str, row: int) -> None:
    found, values = complaint(tmp_path, HEAD + more)
    assert found == key
    assert row in (values["row"], values.get("other_row"))


def test_the_rule_for_everybody_sets_what_has_no_default(tmp_path: Path) -> None:
    found, values = complaint(tmp_path, HEAD.replace("max_loans = 10", ""))
    assert (found, values["name"]) == ("rule.unscoped_value_missing", "max_loans")


@pytest.mark.parametrize(
    "text", ["[library", "a = ", "[library]\nname = 'x'\nname = 'y'", "x = " + "[" * 5000]
)
def test_what_is_no_toml_is_told_as_such(tmp_path: Path, text: str) -> None:
    assert complaint(tmp_path, text)[0] == "not_toml"


def test_an_empty_file_and_one_without_a_branch_say_what_is_missing(tmp_path: Path) -> None:
    assert complaint(tmp_path, "")[1]["key"] == "[library]"
    assert complaint(tmp_path, '[library]\nname = "x"')[1]["key"] == "[[branch]]"


def test_a_file_that_cannot_be_read_is_told_from_a_wrong_one(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(FileUnreadable):
            read_library_file(path)


@pytest.mark.parametrize("library", [empty_library("Europe/Warsaw"), full_library()], ids=["empty", "full"])
def test_a_dump_reads_back_as_the_same_library(tmp_path: Path, library: Library) -> None:
    assert read(tmp_path, library_file_text(library)) == library


def test_the_sample_library_reads_back_as_itself(tmp_path: Path) -> None:
    sample = read_library_file(Path(__file__).parents[2] / "data" / "library.toml")
    assert read(tmp_path, library_file_text(sample)) == sample


def test_what_is_not_chosen_is_not_written(tmp_path: Path) -> None:
    text = library_file_text(read(tmp_path, HEAD))
    assert "[library." not in text
    assert "hold_priority" not in text
    chosen = read(tmp_path, HEAD.replace(MAIN, MAIN + '\n[library.retention]\naudit = "forever"\nlogs = 7'))
    assert chosen.retention == Retention(audit=None, logs=7)
    ean = read(tmp_path, HEAD.replace(MAIN, MAIN + '\n[library.cards]\nsymbology = "ean13"'))
    assert ean.card_format == CardFormat(Symbology.EAN13, length=13)


def test_what_the_handbook_names_as_usual_is_usual(tmp_path: Path) -> None:
    handbook = (Path(__file__).parents[2] / "docs" / "library-file.md").read_text(encoding="utf-8")
    shown = handbook.partition("```toml\n")[2].partition("```")[0]
    named = read(tmp_path, HEAD + shown)
    usual = read(tmp_path, HEAD)
    assert (named.retention, named.card_format) == (usual.retention, usual.card_format)
    assert (named.label_format, replace(named.joining, category=None)) == (usual.label_format, usual.joining)
    assert set(re.findall(r"^(\w+) = ", shown.partition("[library.cards]")[0], re.M)) == set(KEPT_PARTS)


def test_loading_a_dump_changes_nothing(database: Database, tmp_path: Path) -> None:
    desk = Desk(database)
    file = tmp_path / "dump.toml"
    with database.read() as view:
        file.write_text(library_file_text(view.library.load()), encoding="utf-8")
        version = view.library.version()
    assert not load_library_file(database, file).changed
    with database.read() as view:
        assert view.library.version() == version
    assert desk.decider.libraries.last_known() is None


def test_what_is_in_use_cannot_be_left_out_and_nothing_changes(database: Database, tmp_path: Path) -> None:
    desk = Desk(database)
    desk.copy()
    desk.reader(category="child")
    with database.read() as view:
        before = view.library.load()
    file = tmp_path / "library.toml"
    file.write_text(HEAD.replace('"MAIN"', '"EAST"'), encoding="utf-8")
    with pytest.raises(ConfigurationInUse) as refused:
        load_library_file(database, file)
    said = wording("en").show(refused.value.values["where"])
    assert "branch MAIN (1 items)" in said
    assert "patron category child (1 patrons)" in said
    with database.read() as view:
        assert view.library.load() == before


# Small libraries of every shape.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=12)
SPOKEN = TEXT.filter(str.strip)
NAMES = st.one_of(
    st.builds(LocalText.of, TEXT),
    st.builds(LocalText.of, st.dictionaries(st.sampled_from(["en", "de", "pt-BR"]), TEXT, max_size=3)),
)
ZONES = st.sampled_from(["Europe/Berlin", "Europe/Warsaw", "Atlantic/Azores"])
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
MONEY = st.builds(Money, st.integers(0, 10**9), st.just("EUR"))
PERIODS = st.builds(Period, st.integers(1, 366), st.sampled_from(PeriodUnit))
SPANS = (
    st.lists(st.integers(0, 24 * 60 - 1), max_size=4, unique=True)
    .map(sorted)
    .map(
        lambda cuts: tuple(
            OpenSpan(time(*divmod(opens, 60)), time(*divmod(closes, 60)))
            for opens, closes in zip(cuts[::2], cuts[1::2], strict=False)
        )
    )
)
CLOSURES = st.builds(lambda a, b, why: Closure(min(a, b), max(a, b), why), DAYS, DAYS, NAMES)
CALENDARS = st.builds(
    Calendar, ZONES, st.one_of(st.none(), st.tuples(*[SPANS] * 7)), st.lists(CLOSURES, max_size=2).map(tuple)
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "loanable": st.booleans(),
    "fixed_due_date": DAYS,
    "closed_days": st.sampled_from(ClosedDays),
    "renewals": st.integers(0, 99),
    "renewal_period": PERIODS,
    "renew_not_before": st.integers(0, 99),
    "holds": st.booleans(),
    "max_holds": st.integers(0, 99),
    "hold_shelf_days": st.integers(1, 99),
    "minimum_age": st.integers(0, 99),
    "loan_fee": MONEY,
    "fine_per_day": MONEY,
    "fine_grace_days": st.integers(0, 99),
    "fine_closed_days": st.booleans(),
    "fine_max": MONEY,
    "replacement_fee": MONEY,
    "block_owing": MONEY,
    "block_overdue": st.integers(1, 99),
}


KEPT_PARTS = [field.name for field in fields(Retention)]
CARD_FORMATS = st.one_of(
    st.builds(CardFormat, st.just(Symbology.EAN13), st.sampled_from(["", "29"]), st.just(13)),
    st.builds(
        CardFormat,
        st.sampled_from([Symbology.CODE39, Symbology.CODE128]),
        st.sampled_from(["", "29", "1234567"]),
        st.integers(11, 24),
        st.booleans(),
        st.sampled_from(Sheet),
    ),
    st.builds(CardFormat, prefix=st.just("AB"), length=st.integers(5, 24), check_digit=st.just(False)),
)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    branches = tuple(
        Branch(
            code,
            draw(NAMES),
            draw(CALENDARS),
            address=draw(st.none() | SPOKEN),
            web=draw(st.none() | SPOKEN),
            configured=draw(st.booleans()),
        )
        for code in draw(st.sampled_from([("MAIN",), ("MAIN", "Süd-2")]))
    )
    everybody = RuleValues(loan_period=draw(PERIODS), max_loans=draw(st.integers(0, 99)))
    some = RuleValues(**draw(st.fixed_dictionaries({}, optional=VALUES)))
    shelves = st.builds(Shelf, st.just("MAIN"), st.just("s1"), SPOKEN, SPOKEN, SPOKEN, NAMES)
    channels = st.builds(Channel, st.just("web"), SPOKEN, CALENDARS, NAMES)
    category = PatronCategory(
        "child",
        draw(NAMES),
        draw(st.none() | MONEY),
        draw(st.none() | st.just(12)),
        hold_priority=draw(st.integers(0, 9)),
    )
    return Library(
        name=draw(NAMES),
        time_zone=draw(ZONES),
        currency="EUR",
        languages=draw(st.sampled_from([("en",), ("de", "en", "pl")])),
        lend_other_branches=draw(st.booleans()),
        branches=branches,
        channels=tuple(draw(st.lists(channels, max_size=2))),
        shelves=tuple(draw(st.lists(shelves, max_size=1))),
        patron_categories=(category,),
        item_types=(ItemType("dvd", draw(NAMES), draw(st.booleans())),),
        rules=(
            CirculationRule(1, RuleScope(), everybody),
            CirculationRule(2, RuleScope("MAIN", draw(st.sampled_from(["child", None])), "dvd"), some),
        ),
        kiosks=tuple(
            draw(
                st.lists(
                    st.builds(
                        KioskProfile,
                        st.just("desk-1"),
                        st.just("MAIN"),
                        st.just(("de",)),
                        st.integers(10, 600),
                        st.frozensets(st.sampled_from(["borrow", "return", "join"])),
                        st.frozensets(st.sampled_from(["account", "renew"])),
                    ),
                    max_size=1,
                )
            )
        ),
        retention=draw(st.builds(Retention, **dict.fromkeys(KEPT_PARTS, st.none() | st.integers(1, 36_500)))),
        card_format=draw(CARD_FORMATS),
        label_format=draw(st.builds(LabelFormat, st.sampled_from(Symbology), st.sampled_from(Sheet))),
        joining=draw(
            st.builds(Joining, st.sampled_from([None, "child"]), st.integers(1, 400), st.integers(0, 21))
        ),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(library=libraries())
def test_every_library_reads_back_as_it_was_written(tmp_path: Path, library: Library) -> None:
    assert read(tmp_path, library_file_text(library)) == library
