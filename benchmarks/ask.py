"""Questions answered from 46 and from 500 articles in three languages, beside Whoosh as it comes.

usage: python benchmarks/ask.py [ARTICLES]

The questions are those of the tests. Answering is the whole of it: understood, the article filled in with
the rules of the sample library on SQLite. An edit is timed from its commit to the next answer. Cyclic
garbage waits until nobody is at the kiosk, in the app as here.
"""

import csv
import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from made_articles import made_articles
from peers.whoosh_articles import WhooshArticles
from table import milliseconds, show

from kiosk.decisions import Decider, LibraryCache
from kiosk.model.article import Article
from kiosk.model.clock import SystemClock
from kiosk.policies.asking import Asking
from kiosk.policies.folders import read_folder
from kiosk.staff.library_file import read_library_file
from kiosk.storage import Database, sqlite_url

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "de", "pl")
EDITS = 10
BETWEEN_QUESTIONS_S = 0.25


def main() -> None:
    """Measure and print."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    gc.disable()
    samples = read_folder(ROOT / "data" / "policies")
    asked = _questions("tune", "report")
    random.Random(3).shuffle(asked)
    timings, qualities = [], []
    for keys in (len(samples) // len(LANGUAGES), many):
        articles = list(made_articles(samples, keys))
        timings += _timed(articles, asked)
        if len(articles) == len(samples):
            qualities = _told(articles, _questions("report"))
    head = [
        "what",
        "articles a language",
        "build s",
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
        qualities,
    )


def _timed(articles: Sequence[Article], asked: Sequence[tuple[str, str, str]]) -> list[list[str]]:
    keys = str(len(articles) // len(LANGUAGES))
    began = time.perf_counter()
    peers = _peers(articles)
    built = time.perf_counter() - began
    taken = [_time(partial(peers[language].found, question)) for question, language, _right in asked]
    rows = [["Whoosh as it comes", keys, f"{built:.2f}", *milliseconds(taken), "–", "–"]]
    with tempfile.TemporaryDirectory() as folder:
        database = _library(Path(folder), articles)
        asking = Asking(database, Decider(LibraryCache()), SystemClock())
        built = _time(asking.keeping_up.prepare)
        taken = [
            _time(partial(asking.ask, question, language, branch="MAIN")) for question, language, _ in asked
        ]
        edits = sorted(_edited(database, asking, articles[n * 7 % len(articles)], n) for n in range(EDITS))
        told = [f"{edits[len(edits) // 2]:.2f}", f"{edits[-1]:.2f}"]
        rows.append(["the kiosk", keys, f"{built:.2f}", *milliseconds(taken), *told])
        rows.append(_rebuilt(database, asking, articles, asked))
        database.close()
    return rows


def _rebuilt(
    database: Database, asking: Asking, articles: Sequence[Article], asked: Sequence[tuple[str, str, str]]
) -> list[str]:
    """Change every article at once, and ask meanwhile, oftener than several patrons would."""
    with database.act() as work:
        for article in articles:
            changed = replace(article, keywords=(*article.keywords, "edited"))
            work.articles.save(changed, by="benchmark", at=SystemClock().now())
        work.commit()
    began, taken = time.perf_counter(), list[float]()
    asking.keeping_up.refresh()
    while asking.keeping_up.behind:
        question, language, _right = asked[len(taken) % len(asked)]
        taken.append(_time(partial(asking.ask, question, language, branch="MAIN")))
        time.sleep(BETWEEN_QUESTIONS_S)
    built = time.perf_counter() - began
    keys = str(len(articles) // len(LANGUAGES))
    meanwhile = milliseconds(taken) if taken else ["–"] * 3
    return ["the kiosk, all articles made anew behind it", keys, f"{built:.2f}", *meanwhile, "–", "–"]


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
