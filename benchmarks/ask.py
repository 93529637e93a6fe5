"""Questions answered from 46 and from 500 articles in three languages, beside Whoosh as it comes.

usage: python benchmarks/ask.py [ARTICLES] [ROUNDS]

The questions are those of the tests. Answering is the whole of it: understood, the article filled in with
the rules of the sample library on SQLite. An edit is timed from its commit to the next answer. Each round
builds everything once, one after the other; a build's figures are the medians of the rounds. Cyclic
garbage waits until nobody is at the kiosk, in the app as here.
"""

import csv
import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from made_articles import made_articles
from peers.whoosh_articles import WhooshArticles
from table import milliseconds, show

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from kiosk.decisions import Decider, LibraryCache  # noqa: E402 - the tests' questions are below the root
from kiosk.model.article import Article  # noqa: E402
from kiosk.model.clock import SystemClock  # noqa: E402
from kiosk.policies.asking import Asking  # noqa: E402
from kiosk.policies.folders import read_folder  # noqa: E402
from kiosk.policies.knowledge import Knowledge  # noqa: E402
from kiosk.staff.library_file import read_library_file  # noqa: E402
from kiosk.storage import Database, sqlite_url  # noqa: E402
from tests.policies.hostile_questions import HOSTILE, LONGEST  # noqa: E402

LANGUAGES = ("en", "de", "pl")
EDITS = 10
BETWEEN_QUESTIONS_S = 0.25
HOSTILE_TRIES = 5


@dataclass(slots=True)
class Row:
    """What one thing took, in all rounds: builds, the processor time of each, answers, edits; in seconds."""

    what: str
    built: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    taken: list[float] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)

    def build(self, work: Callable[[], object]) -> None:
        """Do the work and add what it took."""
        began, began_working = time.perf_counter(), time.process_time()
        work()
        self.built.append(time.perf_counter() - began)
        self.worked.append(time.process_time() - began_working)

    def told(self, keys: int) -> list[str]:
        """Return the row's cells."""
        built = [f"{statistics.median(times):.2f}" for times in (self.built, self.worked)]
        edits = [f"{figure(self.edits):.2f}" if self.edits else "–" for figure in (statistics.median, max)]
        return [self.what, str(keys), *built, *milliseconds(self.taken), *edits]


def main() -> None:
    """Measure and print."""
    many, rounds = (int(one) for one in (*sys.argv[1:], *("500", "3")[len(sys.argv) - 1 :]))
    gc.disable()
    samples = read_folder(ROOT / "data" / "policies")
    asked = _questions("tune", "report")
    random.Random(3).shuffle(asked)
    timings = []
    for keys in (len(samples) // len(LANGUAGES), many):
        articles = list(made_articles(samples, keys))
        rows = [Row(what) for what in ("Whoosh as it comes", "the kiosk", "the kiosk, all anew behind it")]
        for _ in range(rounds):
            _round(articles, asked, *rows)
            gc.collect()
        timings += [row.told(keys) for row in rows]
    head = [
        "what",
        "articles a language",
        "build s",
        "processor s",
        "answer ms p50",
        "p95",
        "max",
        "edit to answer s, median",
        "worst",
    ]
    show("Questions answered (`benchmarks/ask.py`)", head, timings)
    show(
        "What the first answer is worth, of the questions that nothing was fitted to",
        ["what", "first right", "among three"],
        _told(samples, _questions("report")),
    )
    show(
        "Questions that mean harm, or nothing",
        ["what", "questions", "worst ms of processor time"],
        _hostile(samples),
    )


def _round(
    articles: Sequence[Article], asked: Sequence[tuple[str, str, str]], whoosh: Row, alone: Row, behind: Row
) -> None:
    """Build, ask and edit with each, and add what it took to its row."""
    peers: dict[str, WhooshArticles] = {}
    whoosh.build(lambda: peers.update(_peers(articles)))
    whoosh.taken += [_time(partial(peers[language].found, question)) for question, language, _right in asked]
    with tempfile.TemporaryDirectory() as folder:
        database = _library(Path(folder), articles)
        asking = Asking(database, Decider(LibraryCache()), SystemClock())
        alone.build(asking.keeping_up.prepare)
        alone.taken += [
            _time(partial(asking.ask, question, language, branch="MAIN")) for question, language, _ in asked
        ]
        alone.edits += [_edited(database, asking, articles[n * 7 % len(articles)], n) for n in range(EDITS)]
        _change_all(database, articles)
        behind.build(lambda: behind.taken.extend(_asked_meanwhile(asking, asked)))
        database.close()


def _change_all(database: Database, articles: Iterable[Article]) -> None:
    with database.act() as work:
        for article in articles:
            changed = replace(article, keywords=(*article.keywords, "edited"))
            work.articles.save(changed, by="benchmark", at=SystemClock().now())
        work.commit()


def _asked_meanwhile(asking: Asking, asked: Sequence[tuple[str, str, str]]) -> list[float]:
    """Have the articles made anew, and ask meanwhile, oftener than several patrons would."""
    taken = list[float]()
    asking.keeping_up.refresh()
    while asking.keeping_up.behind:
        question, language, _right = asked[len(taken) % len(asked)]
        taken.append(_time(partial(asking.ask, question, language, branch="MAIN")))
        time.sleep(BETWEEN_QUESTIONS_S)
    return taken


def _hostile(samples: Sequence[Article]) -> list[list[str]]:
    """Return the worst time of a kind, each question's being its best of some tries."""
    knowledge, today = Knowledge(1, samples), date(2026, 11, 24)
    knowledge.prepare(LANGUAGES)
    rows = []
    for what, asked in (
        ("hostile", [(question, "en") for question in HOSTILE]),
        ("as long as is read, misspelt", [(LONGEST, language) for language in LANGUAGES]),
    ):
        worst = 0.0
        for question, language in asked:
            tries = []
            for _ in range(HOSTILE_TRIES):
                began = time.process_time()
                knowledge.understand(question, language, today)
                tries.append(time.process_time() - began)
            worst = max(worst, min(tries))
        rows.append([what, str(len(asked)), f"{worst * 1000:.1f}"])
    return rows


def _edited(database: Database, asking: Asking, article: Article, number: int) -> float:
    """Return the seconds from the commit of an edit to an answer that knows of it."""
    word = f"zebra{number}quagga"
    edited = replace(article, questions=(*article.questions, word))
    with database.act() as work:
        work.articles.save(edited, by="benchmark", at=SystemClock().now())
        work.commit()
    began = time.perf_counter()
    answered = asking.ask(word, article.language, branch="MAIN")
    passed = time.perf_counter() - began
    if not answered.answers or answered.answers[0].key != article.key:
        raise SystemExit(f"not found after the edit: {article.key}")
    return passed


def _told(articles: Sequence[Article], asked: Sequence[tuple[str, str, str]]) -> list[list[str]]:
    scope = [(question, language, right.split()) for question, language, right in asked if right]
    peers = _peers(articles)
    with tempfile.TemporaryDirectory() as folder:
        database = _library(Path(folder), articles)
        asking = Asking(database, Decider(LibraryCache()), SystemClock())

        def ours(question: str, language: str) -> list[str]:
            return [one.key for one in asking.ask(question, language, branch="MAIN").answers]

        rows = [
            [
                "Whoosh as it comes",
                *_worth(scope, lambda question, language: peers[language].found(question)),
            ],
            ["the kiosk", *_worth(scope, ours)],
        ]
        database.close()
    return rows


def _worth(
    scope: Sequence[tuple[str, str, list[str]]], found: Callable[[str, str], list[str]]
) -> tuple[str, str]:
    first = three = 0
    for question, language, right in scope:
        keys = found(question, language)
        first += bool(keys) and keys[0] in right
        three += any(key in right for key in keys)
    return f"{first / len(scope):.1%}", f"{three / len(scope):.1%}"


def _library(folder: Path, articles: Sequence[Article]) -> Database:
    database = Database.open(sqlite_url(folder / "library.db"), check=False)
    now = SystemClock().now()
    database.create_or_upgrade(backup_folder=None, now=now)
    with database.act() as work:
        work.library.replace(read_library_file(ROOT / "data" / "library.toml"))
        work.articles.replace(articles, by="benchmark", at=now)
        work.commit()
    return database


def _peers(articles: Sequence[Article]) -> dict[str, WhooshArticles]:
    return {
        language: WhooshArticles(language, [one for one in articles if one.language == language])
        for language in LANGUAGES
    }


def _questions(*parts: str) -> list[tuple[str, str, str]]:
    """Return the tests' questions of those parts, each with its language and the articles that are right."""
    found = []
    for language in LANGUAGES:
        file = ROOT / "tests" / "policies" / f"questions-{language}.csv"
        with file.open(encoding="utf-8") as stream:
            rows = [row for row in csv.DictReader(stream) if row["part"] in parts]
        found += [(row["question"], language, row["articles"]) for row in rows]
    return found


def _time(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
