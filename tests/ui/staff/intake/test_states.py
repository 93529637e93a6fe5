"""The pages of intake as tables: what may be done when, and what is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.catalog.import_preview import Preview
from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.import_units import new_record
from kiosk.catalog.problems import error, located, warning
from kiosk.catalog.source import SourceFormat
from kiosk.catalog.sru import SruQuery
from kiosk.model.errors import DiskFull
from kiosk.staff.intake.copying import FoundCopies, FoundCopy, SameBy, Twin
from kiosk.staff.intake.sources import FIRST_SOURCES
from kiosk.ui.staff.intake import copy_state, import_state
from kiosk.ui.staff.intake.copy_state import CopyState, query_of
from kiosk.ui.staff.intake.copy_telling import copy_rows, description_lines, marc_lines, page_told, twin_told
from kiosk.ui.staff.intake.import_state import ImportState, Step, Work
from kiosk.ui.staff.intake.import_telling import count_rows, headline, problem_rows
from kiosk.ui.staff.intake.progress_told import left_told, seconds_left
from kiosk.words import wording
from tests.catalog.small_records import book

A, B = Path("/a.mrc"), Path("/b.csv")
PREVIEW = Preview(SourceFormat.ISO2709, "952", (), ())
NOTHING = ImportReport(3, 0, 0, 3, 0, 0, 0, (), 0.1, complete=True)
SOMETHING = replace(NOTHING, created=2, unchanged=1, items_created=4)
WORDS = {language: wording(language) for language in ("en", "de", "pl")}


def at(step: Step) -> ImportState:
    """Walk an import as far as that."""
    state = import_state.with_files(ImportState(), [A])
    if step is Step.FILES:
        return state
    state = import_state.previewed(state, PREVIEW)
    if step is Step.PREVIEW:
        return state
    state = import_state.checked(state, SOMETHING)
    return state if step is Step.CHECK else import_state.imported(state, SOMETHING)


def test_files_are_kept_once_in_their_order_and_can_be_taken_out() -> None:
    state = import_state.with_files(import_state.with_files(ImportState(), [B, A]), [A, B])
    assert state.paths == (B, A)
    assert import_state.without_file(state, 0).paths == (A,)
    assert import_state.looking_at(state, 9).path == A
    assert not ImportState().may_go_on


@pytest.mark.parametrize("step", list(Step))
def test_every_step_goes_on_and_only_what_stores_nothing_goes_back(step: Step) -> None:
    assert at(step).may_go_on
    assert at(step).may_go_back is (step in (Step.PREVIEW, Step.CHECK))
    busy = import_state.working(at(step), Work.CHECKING)
    assert (busy.may_go_on, busy.may_go_back) == (False, False)
    assert import_state.failed(busy) == at(step)


def test_an_import_that_would_do_nothing_or_was_stopped_is_not_begun() -> None:
    shown = at(Step.PREVIEW)
    assert not import_state.checked(shown, NOTHING).may_go_on
    assert not import_state.checked(shown, replace(SOMETHING, cancelled=True)).may_go_on
    unusable = import_state.previewed(shown, replace(PREVIEW, usable=False))
    assert not unusable.may_go_on


def test_another_plan_wants_another_check() -> None:
    state = at(Step.CHECK)
    for changed in (
        import_state.with_items(state, "852"),
        import_state.with_overwriting(state, True),
        import_state.with_column(state, "Werk", "title"),
        import_state.with_files(state, [B]),
    ):
        assert changed.checked is None
        assert not replace(changed, step=Step.CHECK).may_go_on


def test_columns_are_chosen_left_out_and_as_found_again() -> None:
    state = import_state.with_column(ImportState(), "Werk", "title")
    state = import_state.with_column(state, "Preis", import_state.LEFT_OUT)
    assert state.plan.meant == {"Werk": "title", "Preis": ""}
    assert import_state.with_column(state, "Werk", import_state.AS_FOUND).plan.meant == {"Preis": ""}
    assert import_state.with_items(state, "007").items == "auto"


def test_only_what_can_be_stopped_is_stopped() -> None:
    for work, stops in ((Work.CHECKING, True), (Work.IMPORTING, True), (Work.LOOKING, False)):
        assert import_state.stopping(import_state.working(at(Step.CHECK), work)).stopping is stops
    stopped = import_state.stopping(import_state.working(at(Step.CHECK), Work.IMPORTING))
    assert import_state.working(stopped, Work.INDEXING).stopping


@pytest.mark.parametrize(
    ("fraction", "elapsed", "said"),
    [
        (0.0, 50.0, ""),
        (0.5, 0.2, ""),
        (0.5, 10.0, "about 10 seconds left"),
        (0.5, 61.0, "about 1 minute left"),
        (0.25, 100.0, "about 5 minutes left"),
        (1.0, 10.0, "about 5 seconds left"),
    ],
)
def test_time_left_is_told_once_something_can_be_said(fraction: float, elapsed: float, said: str) -> None:
    assert left_told(WORDS["en"], fraction, elapsed) == said


def test_the_rest_never_grows_while_work_goes_on_evenly() -> None:
    rest = [seconds_left(done / 100, done * 0.5) for done in range(2, 101)]
    told = [one for one in rest if one is not None]
    assert told == sorted(told, reverse=True)
    assert told[-1] == 0


@pytest.mark.parametrize("language", list(WORDS))
def test_every_end_of_an_import_is_told(language: str) -> None:
    words = WORDS[language]
    ends = [
        headline(words, report, dry=dry)
        for dry in (True, False)
        for report in (
            SOMETHING,
            replace(SOMETHING, cancelled=True),
            replace(SOMETHING, trouble=DiskFull(path="/x")),
        )
    ]
    assert not [text for text in ends if "staff.intake" in text or "{" in text]
    assert all("staff.intake" not in row.label for row in count_rows(words, SOMETHING))


def test_problems_say_where_and_of_which_record() -> None:
    problems = (
        located(warning("local_changes"), "x.mrc", 7, "123", 42),
        located(error("file.empty"), "y.mrc", None, None),
    )
    rows = problem_rows(WORDS["en"], replace(SOMETHING, problems=problems))
    assert [(row.serious, row.place, row.control_number, row.record_id) for row in rows] == [
        (False, 7, "123", 42),
        (True, 0, "", None),
    ]
    assert not [row for row in rows if row.message.startswith("import.")]


RECORD = book(
    "1", "Ruhm", "020 ## $a9783498035501", "100 1# $aKehlmann, Daniel", "264 #1 $aReinbek$bRowohlt$c2005"
)
TWIN = Twin(42, "Ruhm", 2009, SameBy.NUMBER, edited_here=False)
COPY = FoundCopy(11, RECORD, new_record(RECORD).description, (), (TWIN,))
BROKEN = FoundCopy(12, None, None, (error("record.authority"),))
FOUND = FoundCopies("dnb", 23, (COPY, BROKEN), 13)


def test_the_catalogues_in_use_are_offered_and_the_chosen_one_stays() -> None:
    state = copy_state.with_sources(CopyState(), FIRST_SOURCES)
    assert state.source == "dnb"
    chosen = replace(state, source="loc")
    assert copy_state.with_sources(chosen, FIRST_SOURCES).source == "loc"
    without = tuple(replace(source, active=source.code != "loc") for source in FIRST_SOURCES)
    assert copy_state.with_sources(chosen, without).source == "dnb"
    assert copy_state.with_sources(chosen, ()).source == ""


def test_an_answer_that_comes_too_late_is_not_shown() -> None:
    first = copy_state.asking(copy_state.with_sources(CopyState(), FIRST_SOURCES), SruQuery(title="ruhm"))
    second = copy_state.asking(first, SruQuery(title="tyll"))
    assert copy_state.answered(second, first.asked, FOUND) == second
    assert copy_state.failed(second, first.asked).busy
    shown = copy_state.answered(second, second.asked, FOUND)
    assert (shown.busy, shown.chosen, shown.copy, shown.twins) == (False, 0, COPY, (TWIN,))
    given_up = copy_state.given_up(second)
    assert copy_state.answered(given_up, second.asked, FOUND) == given_up


def test_only_a_record_that_was_understood_is_taken() -> None:
    state = copy_state.answered(CopyState(), 0, FOUND)
    assert state.may_take
    assert not copy_state.choosing(state, 1).may_take
    assert not copy_state.choosing(state, -1).may_take
    assert not copy_state.turning(state).may_take


def test_what_is_here_with_that_isbn_is_known_before_the_answer() -> None:
    asked = copy_state.asking(CopyState(), SruQuery(isbn="x"))
    assert copy_state.known_here(asked, asked.asked, TWIN).twins == (TWIN,)
    assert copy_state.known_here(asked, 0, TWIN).twins == ()


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        (("3-498-03567-0", "", ""), SruQuery(isbn="3-498-03567-0")),
        (("978-3-498-03567-0", "Ruhm", "x"), SruQuery(isbn="978-3-498-03567-0", title="Ruhm", author="x")),
        (("9783498035679", "Ruhm", "x"), SruQuery(isbn="9783498035679")),
        (("", " Ruhm ", ""), SruQuery(title="Ruhm")),
    ],
)
def test_a_valid_isbn_is_asked_for_alone(typed: tuple[str, str, str], query: SruQuery) -> None:
    assert query_of(*typed) == query


def test_pages_go_back_to_the_first() -> None:
    assert copy_state.previous_start(FOUND, 10) == 1
    assert copy_state.previous_start(replace(FOUND, copies=(replace(COPY, number=1),)), 10) is None
    assert copy_state.previous_start(replace(FOUND, copies=()), 10) is None


@pytest.mark.parametrize("language", list(WORDS))
def test_what_was_found_is_told_in_every_language(language: str) -> None:
    words = WORDS[language]
    rows = copy_rows(words, FOUND)
    assert (rows[0].title, rows[0].author, rows[0].year) == ("Ruhm", "Kehlmann, Daniel", "2005")
    assert COPY.description is not None
    said = [
        rows[0].here,
        rows[1].title,
        page_told(words, FOUND),
        page_told(words, replace(FOUND, copies=())),
        *(
            twin_told(words, replace(TWIN, why=why, edited_here=edited))
            for why in SameBy
            for edited in (True, False)
        ),
        *(label for label, _ in description_lines(words, COPY.description)),
    ]
    assert not [text for text in said if not text or "staff.intake" in text or "{" in text]


def test_marc_is_written_down_as_cataloguers_do() -> None:
    assert marc_lines(RECORD)[-1] == "264 #1 $a Reinbek $b Rowohlt $c 2005"
    assert marc_lines(RECORD)[1] == "001    1"
