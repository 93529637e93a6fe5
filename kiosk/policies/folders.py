"""Articles and flows as files: ``<language>/<key>.md`` and ``flows/<key>.yaml``, all or none, and dumped."""

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.model.article import Article
from kiosk.model.errors import ArticleInvalid, FileUnreadable, FolderNotWritable
from kiosk.model.problem import Problem
from kiosk.policies.article_changes import note_change
from kiosk.policies.article_text import read_article, write_article
from kiosk.policies.flow_text import flow_of, read_flow, stored_flow, write_flow
from kiosk.policies.flows import Flow
from kiosk.storage import Act, Database
from kiosk.words import available_languages

FLOWS = "flows"


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many articles and flows were loaded, and whether any of them was new to the library.

    ``flows`` is None where the folder has none, and those of the library stay.
    """

    count: int
    changed: bool
    flows: int | None = None


def load_articles(database: Database, folder: Path, *, by: str, at: datetime) -> Loaded:
    """Make the library's articles, and flows where there are any, equal to a folder's, in one transaction.

    Raises ArticleInvalid naming file and problem, FileUnreadable; nothing is changed then.
    """
    articles = read_folder(folder)
    flows = read_flows(folder)
    with database.act() as work:
        before = {(one.key, one.language): one for one in work.articles.all()}
        changed = work.articles.replace(articles, by=by, at=at)
        _audit(work, before, by, at)
        if flows is not None:
            changed |= work.flows.replace(map(stored_flow, flows), by=by, at=at)
        work.commit()
    return Loaded(len(articles), changed, None if flows is None else len(flows))


def read_folder(folder: Path) -> tuple[Article, ...]:
    """Return every article of the folder; files that are not Markdown are left aside."""
    if not folder.is_dir():
        raise FileUnreadable(file=str(folder), problem=os.strerror(errno.ENOTDIR))
    found: list[Article] = []
    for path in sorted(folder.glob("*/*.md")):
        if not path.name.startswith("."):
            found.append(read_file(path))
    if not found:
        raise ArticleInvalid(file=str(folder), problem=Problem.of("article.none_here"))
    return tuple(found)


def read_file(path: Path) -> Article:
    """Return the article of one file ``<language>/<key>.md``; raises ArticleInvalid, FileUnreadable."""
    language, known = path.absolute().parent.name, available_languages()
    if language not in known:
        problem = Problem.of("article.unknown_language", language=language, known=", ".join(known))
        raise ArticleInvalid(file=str(path), problem=problem)
    return read_article(_content(path), path.stem, language, path)


def _audit(work: Act, before: dict[tuple[str, str], Article], by: str, at: datetime) -> None:
    """Note every article that is new, reads otherwise or is gone."""
    after = {(one.key, one.language): one for one in work.articles.all()}
    for place, article in after.items():
        if before.get(place) != article:
            note_change(work, "article_loaded", article, by, at)
    for place in before.keys() - after.keys():
        note_change(work, "article_retired", before[place], by, at)


def read_flows(folder: Path) -> tuple[Flow, ...] | None:
    """Return every flow of ``flows/*.yaml`` in the folder; None where there is no such place."""
    place = folder / FLOWS
    if not place.is_dir():
        return None
    paths = (path for path in sorted(place.glob("*.yaml")) if not path.name.startswith("."))
    return tuple(read_flow(_content(path), path.stem, path) for path in paths)


def dump_articles(database: Database, folder: Path, *, mirror: bool = False) -> int:
    """Write every article and flow to the folder and return how many articles there are.

    Other files there stay as they are; with ``mirror`` those of articles and flows that are gone go too.
    """
    with database.read() as view:
        articles = view.articles.all()
        flows = [flow for stored in view.flows.all() if (flow := flow_of(stored)) is not None]
    try:
        for article in articles:
            place = folder / article.language
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{article.key}.md").write_text(write_article(article), encoding="utf-8", newline="\n")
        if flows:
            (folder / FLOWS).mkdir(parents=True, exist_ok=True)
        for flow in flows:
            (folder / FLOWS / f"{flow.key}.yaml").write_text(write_flow(flow), encoding="utf-8", newline="\n")
        if mirror:
            _remove_others(folder, articles, flows)
    except OSError as error:
        raise FolderNotWritable(folder=folder) from error
    return len(articles)


def _remove_others(folder: Path, articles: Sequence[Article], flows: Sequence[Flow]) -> None:
    kept = {(article.language, f"{article.key}.md") for article in articles}
    kept |= {(FLOWS, f"{flow.key}.yaml") for flow in flows}
    named = [(language, "*.md") for language in available_languages()]
    for place, pattern in (*named, (FLOWS, "*.yaml")):
        for path in (folder / place).glob(pattern):
            if (place, path.name) not in kept:
                path.unlink()


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArticleInvalid(file=str(path), problem=Problem.of("article.not_utf8")) from None
    except OSError as error:
        raise FileUnreadable(file=str(path), problem=error.strerror or "") from error
