"""Guided flows: read strictly, kept, walked forth and back, offered with articles, and checked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.decisions import Decider, LibraryCache
from kiosk.model.article import Article
from kiosk.model.clock import FixedClock
from kiosk.model.errors import ArticleInvalid, DatabaseUnavailable
from kiosk.model.library import Library
from kiosk.policies.asking import Asking
from kiosk.policies.checking import check_articles
from kiosk.policies.flow_text import flow_of, read_flow, stored_flow, write_flow
from kiosk.policies.flows import Flow, FlowOutcome, FlowPage, Lead, walk
from kiosk.policies.folders import dump_articles, load_articles, read_flows
from kiosk.storage import Database, View
from kiosk.words import wording

from .conftest import DATA, NOW, empty_database

DAY = date(2026, 11, 24)
GOOD = """
title: {en: Lost, de: Weg, pl: Zguba}
articles: [lost-card]
start: what
steps:
  what:
    text: {en: 'What?', de: 'Was?', pl: 'Co?'}
    options:
      - label: {en: Card, de: Ausweis, pl: Karta}
        to: card-who
      - label: {en: Book, de: Buch, pl: Książka}
        to: article:lost-or-damaged
        chosen: {item_type: book}
  card-who:
    text: {en: 'Whose?', de: 'Wessen?', pl: 'Czyja?'}
    options:
      - label: {en: Mine, de: Meiner, pl: Moja}
        to: card
      - label: {en: Tell staff, de: Dem Team sagen, pl: Powiedz nam}
        to: message
"""


def flow(text: str = GOOD) -> Flow:
    return read_flow(text, "lost", "flows/lost.yaml")


def problem_of(text: str, key: str = "lost") -> str:
    with pytest.raises(ArticleInvalid) as caught:
        read_flow(text, key, "flows/lost.yaml")
    assert caught.value.values["file"] == "flows/lost.yaml"
    said = [wording(language).show(caught.value.values["problem"]) for language in ("en", "de", "pl")]
    assert not any(one.startswith("flow.") for one in said), said
    return said[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "table"),
        ("[1, 2]", "table"),
        ("a: ]", "YAML, line 1"),
        ("a: &x [1]\nb: *x", "aliases"),
        ("start: a\nstart: b", "twice"),
        ("a: !!python/object/apply:os.system ['ls']", "YAML"),
        (GOOD.replace("start: what", "start: where"), "no step “where”"),
        (GOOD.replace("to: card-who", "to: card-whose"), "no step “card-whose”"),
        (GOOD.replace("title:", "tidle:"), "tidle"),
        (GOOD.replace("articles: [lost-card]", "articles: lost-card"), "articles"),
        (GOOD.replace("to: message", "to: 3"), "to"),
        (GOOD.replace("item_type: book", "weather: fine"), "item_type"),
        (GOOD.replace("  card-who:", "  message:").replace("to: card-who", "to: message"), "“message”"),
        (GOOD.replace("text: {en: 'What?', de: 'Was?', pl: 'Co?'}", "text: {}"), "what: a text"),
        (GOOD.split("    options:")[0], "what: “options”"),
        (GOOD + "visible: maybe\n", "true or false"),
        ("x" * 200_000, "longer"),
    ],
)
def test_what_is_wrong_with_a_flow_is_said_by_file_and_place(text: str, said: str) -> None:
    assert said in problem_of(text)


def test_a_flow_reads_back_the_same_from_its_text_and_from_the_database() -> None:
    for one in (flow(), replace(flow(), visible=False)):
        assert read_flow(write_flow(one), "lost", "x") == one
        assert flow_of(stored_flow(one)) == one


def test_choices_lead_on_to_an_outcome_and_without_the_last_one_back() -> None:
    words = wording("de", "UTC", ("en",))
    first = walk(flow(), (), words)
    assert first == FlowPage("lost", "Weg", "what", "Was?", ("Ausweis", "Buch"), ())
    second = walk(flow(), (0,), words)
    assert isinstance(second, FlowPage)
    assert (second.step, second.trail) == ("card-who", (0,))
    assert walk(flow(), second.trail[:-1], words) == first
    assert walk(flow(), (0, 0), words) == FlowOutcome("lost", Lead.CARD, None, (), (0, 0))
    book = walk(flow(), (1,), words)
    assert isinstance(book, FlowOutcome)
    assert (book.lead, book.article, dict(book.chosen)) == (
        Lead.ARTICLE,
        "lost-or-damaged",
        {"item_type": "book"},
    )


@pytest.mark.parametrize("trail", [(7,), (-1,), (0, 9, 9)])
def test_a_choice_that_is_not_there_ends_the_walk_before_it(trail: tuple[int, ...]) -> None:
    page = walk(flow(), trail, wording("en"))
    assert isinstance(page, FlowPage)
    assert page.trail == ((0,) if trail[0] == 0 else ())


@pytest.fixture
def own(tmp_path: Path, sample_library: Library) -> Iterator[Database]:
    database = empty_database(tmp_path, sample_library)
    load_articles(database, DATA / "policies", by="test", at=NOW)
    yield database
    database.close()


def test_an_answer_offers_its_flows_and_a_change_is_there_at_once(
    own: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = Asking(own, Decider(LibraryCache()), FixedClock(NOW))
    answer = asking.ask("Ich habe meinen Ausweis verloren", "de", branch="MAIN").answers[0]
    assert [(one.key, one.title) for one in answer.flows] == [("lost-something", "Etwas ist weg")]
    page = asking.flows.at("lost-something", (), "de")
    assert isinstance(page, FlowPage)
    assert asking.flows.at("nothing", (), "de") is None
    with own.act() as work:
        work.flows.save(stored_flow(replace(flow(), visible=False)), by="test", at=NOW)
        work.flows.save(stored_flow(replace(flow(), key="other")), by="test", at=NOW)
        work.commit()
    assert "lost" not in [one.key for one in asking.flows.all("en")]
    answer = asking.ask("Ich habe meinen Ausweis verloren", "de", branch="MAIN").answers[0]
    assert [one.key for one in answer.flows] == ["lost-something", "other"]

    def away() -> View:
        raise DatabaseUnavailable(reason="gone")

    monkeypatch.setattr(own, "read", away)
    assert isinstance(asking.flows.at("other", (0,), "en"), FlowPage)
    assert Asking(own, Decider(LibraryCache()), FixedClock(NOW)).flows.offered("lost-card", "en") == ()


def test_a_folder_without_flows_leaves_them_and_one_with_flows_replaces_them(
    own: Database, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    dump_articles(own, out)
    again = load_articles(own, out, by="test", at=NOW)
    assert (again.changed, again.flows) == (False, 3)
    flows = read_flows(out)
    assert flows == read_flows(DATA / "policies")
    (out / "flows" / "which-card.yaml").unlink()
    assert load_articles(own, out, by="test", at=NOW).flows == 2
    for path in (out / "flows").iterdir():
        path.unlink()
    (out / "flows").rmdir()
    assert load_articles(own, out, by="test", at=NOW).flows is None
    with own.read() as view:
        assert [one.key for one in view.flows.all()] == ["cannot-borrow", "lost-something"]


def test_circles_dead_steps_missing_languages_and_unknown_articles_are_found(sample_library: Library) -> None:
    text = GOOD.replace("to: message", "to: what").replace(
        "{en: 'Whose?', de: 'Wessen?', pl: 'Czyja?'}", "{en: 'Whose?'}"
    )
    text += "  never:\n    text: x\n    options:\n      - {label: x, to: search}\n"
    text = text.replace("item_type: book", "item_type: parrot")
    findings = check_articles((), sample_library, DAY, [flow(text)])
    said = [wording("en").show(one.problem) for one in findings]
    assert {one.check for one in findings} == {"flows"}
    for part in (
        "“what” leads back",
        "“card-who” leads back",
        "“never”",
        "missing in de, pl",
        "no article lost-card",
        "no article lost-or-damaged",
        "item_type=parrot",
    ):
        assert sum(part in one for one in said) == 1, part


def test_every_walk_through_the_sample_ends_with_something_that_is_there(
    sample_library: Library, sample_articles: tuple[Article, ...]
) -> None:
    flows = read_flows(DATA / "policies")
    assert flows is not None
    assert len(flows) == 3
    assert check_articles(sample_articles, sample_library, DAY, flows) == ()
    there = {article.key for article in sample_articles}
    for one in flows:
        waiting: list[tuple[int, ...]] = [()]
        while waiting:
            at = walk(one, waiting.pop(), wording("pl"))
            if isinstance(at, FlowPage):
                waiting += [(*at.trail, n) for n in range(len(at.choices))]
            else:
                assert at.lead is not Lead.STEP
                assert at.article is None or at.article in there
