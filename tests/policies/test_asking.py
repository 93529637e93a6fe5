"""A question asked at the kiosk: the answer filled in, for whoever asks, with what to choose further."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.decisions import Decider, LibraryCache
from kiosk.model.article import Article
from kiosk.model.clock import FixedClock
from kiosk.model.errors import CardUnknown, DatabaseUnavailable
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.model.rule import Period, PeriodUnit
from kiosk.policies.answer import Answered, Band
from kiosk.policies.asking import Asking
from kiosk.policies.blocks import Table
from kiosk.policies.folders import load_articles
from kiosk.policies.giving_way import GiveWay
from kiosk.policies.giving_way import go_on as none_waits
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.noting import Noting
from kiosk.storage import Database, View
from tests.journeys.held import held_words

from .conftest import DATA, NOW, empty_database


@pytest.fixture
def own(tmp_path: Path, sample_library: Library) -> Iterator[Database]:
    database = empty_database(tmp_path, sample_library)
    yield database
    database.close()


def asking_of(database: Database) -> Asking:
    return Asking(database, Decider(LibraryCache()), FixedClock(NOW))


def save(database: Database, *articles: Article) -> None:
    with database.act() as work:
        for article in articles:
            work.articles.save(article, by="test", at=NOW)
        work.commit()


def ask(
    asking: Asking,
    question: str,
    language: str = "en",
    *,
    card: str | None = None,
    chosen: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> Answered:
    return asking.ask(question, language, branch="MAIN", card=card, chosen=chosen, at=at)


PARROTS = Article(
    key="parrots",
    language="en",
    topic="visiting",
    title="May I bring my parrot?",
    body="Parrots are welcome on {{today}}.\n\nYou owe {{owes}}.\n\n## Now\n\nYou have {{loans_now}}.",
    questions=("Are parrots allowed?", "parrot", "bring a bird"),
    keywords=("parrot", "bird"),
)


def test_the_answer_comes_first_in_large_then_the_text_and_a_table_with_the_row_asked_for(
    asking: Asking,
) -> None:
    answered = ask(asking, "ile mogę trzymać film", "pl")
    assert answered.band is Band.ANSWER
    best = answered.answers[0]
    assert (best.key, best.figure) == ("loan-periods", "7 dni")
    table = next(block for block in best.blocks if isinstance(block, Table))
    assert [row.key for row in table.rows if row.marked] == ["dvd"]
    assert best.as_of == date(2026, 11, 24)
    assert "{{" not in best.text
    assert best.related


def test_chips_are_preset_by_the_question_and_chosen_anew_by_a_tap(asking: Asking) -> None:
    question = "How long may I keep a DVD?"
    chips = {chip.key: chip.chosen for chip in ask(asking, question).refine}
    assert chips == {"item_type": "dvd", "patron_category": "adult", "day": "today"}
    narrowed = ask(asking, question, chosen={"item_type": "book", "patron_category": "school"})
    assert narrowed.answers[0].figure == "56 days"
    assert {chip.key: chip.chosen for chip in narrowed.refine} == {
        "item_type": "book",
        "patron_category": "school",
        "day": "today",
    }


def test_chips_that_the_library_does_not_know_are_left_aside(asking: Asking) -> None:
    answered = ask(asking, "How long may I keep things?", chosen={"item_type": "parrot", "colour": "red"})
    assert answered.answers[0].figure == "28 days"


def test_a_card_presets_the_category_and_fills_in_the_account(own: Database) -> None:
    load_articles(own, DATA / "policies", by="test", at=NOW)
    with own.act() as work:
        work.patrons.add(Patron(0, "C1", "Nowak", "child"))
        work.commit()
    asking = asking_of(own)
    question = "How many things may I borrow at once?"
    known, nobody = ask(asking, question, card="c1").answers[0], ask(asking, question).answers[0]
    assert known.figure == "12"
    assert nobody.figure == "20"
    assert nobody.account_would_say
    assert not known.account_would_say
    assert (known.personal, nobody.personal) == (True, False)
    assert not nobody.tells_of_asker
    # What the card says is the asker's own; what is chosen for somebody else, or without a card, is not.
    assert [one.key for one in known.refine if one.own] == ["patron_category"]
    other = asking.article(
        known.key, "en", branch="MAIN", card="c1", chosen={"patron_category": "adult"}, at=NOW
    )
    assert other is not None
    assert not any(one.own for one in other.refine)
    assert len(known.blocks) == len(nobody.blocks) + 1
    with pytest.raises(CardUnknown):
        ask(asking, question, card="nobody")


def test_paragraphs_that_need_an_account_are_left_out_with_headings_left_empty(own: Database) -> None:
    save(own, PARROTS)
    answer = ask(asking_of(own), "Are parrots allowed?").answers[0]
    assert answer.text == "Parrots are welcome on Tuesday 24 November."
    assert answer.account_would_say


def test_a_changed_article_and_a_changed_rule_are_in_the_next_answer(
    own: Database, sample_library: Library
) -> None:
    save(own, PARROTS)
    asking = asking_of(own)
    assert ask(asking, "parrot").band is Band.ANSWER
    save(own, replace(PARROTS, body="No parrots, for {{loan_period}}."))
    assert ask(asking, "parrot").answers[0].text == "No parrots, for 28 days."
    first = sample_library.rules[0]
    longer = replace(first, values=replace(first.values, loan_period=Period(35, PeriodUnit.DAYS)))
    with own.act() as work:
        work.library.replace(replace(sample_library, rules=(longer, *sample_library.rules[1:])))
        work.commit()
    assert ask(asking, "parrot").answers[0].text == "No parrots, for 35 days."


def test_nothing_is_read_again_while_no_article_has_changed(own: Database) -> None:
    save(own, PARROTS)
    asking = asking_of(own)
    assert asking.keeping_up.refresh()
    assert not asking.keeping_up.refresh()


def test_an_edit_is_known_to_whoever_asks_next(own: Database) -> None:
    save(own, PARROTS)
    asking = asking_of(own)
    assert ask(asking, "hedgehogs").band is Band.NONE
    save(own, replace(PARROTS, questions=(*PARROTS.questions, "Are hedgehogs welcome?", "hedgehogs")))
    assert ask(asking, "hedgehogs").answers[0].key == "parrots"


def test_while_many_articles_are_made_searchable_the_earlier_ones_answer(
    own: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(own, PARROTS)
    asking = asking_of(own)
    assert ask(asking, "parrot").band is Band.ANSWER
    others = [replace(PARROTS, key=f"other-{n}", body=f"Number {n}.") for n in range(30)]
    others.append(replace(PARROTS, body="No parrots, ever."))
    go_on, prepare = threading.Event(), Knowledge.prepare

    def held_up(knowledge: Knowledge, languages: Iterable[str], give_way: GiveWay = none_waits) -> None:
        assert go_on.wait(30)
        prepare(knowledge, languages, give_way)

    monkeypatch.setattr(Knowledge, "prepare", held_up)
    save(own, *others)
    before = ask(asking, "parrot").answers[0].text
    assert asking.article("other-3", "en", branch="MAIN") is None
    go_on.set()
    asking.keeping_up.wait()
    after = asking.article("parrots", "en", branch="MAIN")
    assert "welcome" in before
    assert (after is not None and after.text) == "No parrots, ever."


def test_an_article_that_is_no_longer_valid_lends_its_sureness_to_no_other(own: Database) -> None:
    load_articles(own, DATA / "policies", by="test", at=NOW)
    asking = asking_of(own)
    question = "how do i connect to the wifi"
    assert ask(asking, question).band is Band.ANSWER
    with own.read() as view:
        wifi = view.articles.get("wifi", "en")
    assert wifi is not None
    save(own, replace(wifi, valid_until=NOW.date() - timedelta(days=1)))
    answered = ask(asking, question)
    assert answered.band is not Band.ANSWER
    assert "wifi" not in [one.key for one in answered.answers]


def test_an_article_is_shown_only_while_it_is_valid_and_visible(own: Database) -> None:
    save(own, replace(PARROTS, valid_from=date(2026, 11, 25), valid_until=date(2026, 11, 26)))
    asking = asking_of(own)
    shown = [ask(asking, "parrot", at=NOW + timedelta(days=n)).band for n in range(4)]
    assert shown == [Band.NONE, Band.ANSWER, Band.ANSWER, Band.NONE]
    save(own, replace(PARROTS, visible=False))
    assert ask(asking, "parrot").band is Band.NONE


def test_no_answer_comes_with_the_other_ways_to_reach_the_library(asking: Asking) -> None:
    answered = ask(asking, "Wie wird das Wetter morgen?", "de")
    assert (answered.band, answered.answers, answered.refine) == (Band.NONE, (), ())
    assert [(channel.kind, channel.open) for channel in answered.channels] == [
        ("phone", True),
        ("email", True),
        ("web", True),
    ]
    assert answered.channels[0].hours == "heute geöffnet bis 19:00"


def test_a_search_offers_the_catalogue_and_how_to_search_it(asking: Asking) -> None:
    answered = ask(asking, "do you have that book by Rushdie?")
    assert answered.catalog_query == "Rushdie"
    assert answered.answers[0].key == "find-a-book"


def test_an_article_opens_by_its_key_and_falls_back_to_a_language_that_has_it(own: Database) -> None:
    save(own, PARROTS)
    asking = asking_of(own)
    opened = asking.article("parrots", "pl", branch="WEST")
    assert opened is not None
    assert opened.language == "en"
    assert asking.article("nothing", "en", branch="MAIN") is None


def test_topics_hold_every_article_once_in_the_language(asking: Asking, database: Database) -> None:
    with database.read() as view:
        there = {article.key for article in view.articles.all("pl")}
    listed = [article.key for topic in asking.topics("pl") for article in topic.articles]
    assert sorted(listed) == sorted(there)
    assert all(not topic.name.startswith("topic.") for topic in asking.topics("pl"))


def test_the_commonest_questions_are_those_asked_most_then_those_common_anywhere(own: Database) -> None:
    load_articles(own, DATA / "policies", by="test", at=NOW)
    asking = asking_of(own)
    usual = [question.key for question in asking.commonest("en", 4)]
    assert usual[0] == "opening-hours"
    for _ in range(2):
        Noting(own, FixedClock(NOW)).note(ask(asking, "my umbrella is gone"), branch="MAIN")
    asked = ask(asking, "my umbrella is gone").answers[0].key
    assert asking.commonest("en", 4)[0].key == asked
    assert len({question.key for question in asking.commonest("en", 4)}) == 4


def test_a_library_without_articles_has_no_answer_and_does_not_fail(own: Database) -> None:
    asking = asking_of(own)
    assert ask(asking, "Are you open?").band is Band.NONE
    assert asking.topics("en") == ()
    assert asking.commonest("en") == ()


def test_with_the_database_away_answers_go_on_from_what_was_last_known(
    own: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(own, PARROTS)
    asking = asking_of(own)
    before = ask(asking, "parrot")

    def away() -> View:
        raise DatabaseUnavailable(reason="gone")

    monkeypatch.setattr(own, "read", away)
    assert ask(asking, "parrot", card="C1") == before
    with pytest.raises(DatabaseUnavailable):
        ask(asking_of(own), "parrot")


def test_many_may_ask_at_once(asking: Asking) -> None:
    expected = ask(asking, "How long may I keep a DVD?")
    found: list[Answered] = []
    threads = [
        threading.Thread(target=lambda: found.append(ask(asking, "How long may I keep a DVD?")))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 6


def test_every_article_can_be_opened_in_every_language_with_nothing_left_unfilled(
    asking: Asking, database: Database
) -> None:
    with database.read() as view:
        articles = view.articles.all()
    for article in articles:
        opened = asking.article(article.key, article.language, branch="MAIN")
        assert opened is not None
        assert "{{" not in opened.text
        assert opened.lead is not None, article.key
        assert "answer.o" not in opened.text


def test_nothing_that_somebody_typed_is_held_once_it_is_answered(asking: Asking) -> None:
    for question, language, typed in (
        ("How long may I keep a videofilmx by Grzmotnikowska?", "en", ("videofilmx", "grzmotnik")),
        ("Darf ich die Grzmotnikowskabücher verlängern, Frau Qwrtzenbichler?", "de", ("grzmotnik", "qwrtz")),
        ("Ile mogę trzymać filmy pani Qwrtzowskiej, kiedy muszę oddać grzmotnikowe?", "pl", ("qwrtz",)),
    ):
        assert ask(asking, question, language).band is not Band.NONE
        assert held_words(typed, [asking]) == {}
