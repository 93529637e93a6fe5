"""Articles changed one by one: drafts, publishing, earlier versions, mirrors, and what the audit keeps."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.article import Article
from kiosk.model.errors import ArticleInvalid
from kiosk.model.library import Library
from kiosk.policies.article_text import write_article
from kiosk.policies.editing import Editing
from kiosk.policies.folders import dump_articles, load_articles
from kiosk.storage import ArticleState, Database
from kiosk.words import wording

from .conftest import NOW, empty_database

TEXT = Article("wifi", "en", "technology", "Wi-Fi?", "Choose the network.", questions=("Internet?",))


@pytest.fixture
def own(tmp_path: Path, sample_library: Library) -> Iterator[Database]:
    database = empty_database(tmp_path, sample_library)
    yield database
    database.close()


def written(folder: Path, article: Article) -> Path:
    place = folder / article.language
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{article.key}.md"
    path.write_text(write_article(article), encoding="utf-8")
    return path


def acts(database: Database) -> list[tuple[str, object, object]]:
    with database.read() as view:
        entries = view.audit.latest()
    return [(one.act, one.details["article"], one.details["version"]) for one in reversed(entries)]


def told(error: ArticleInvalid) -> str:
    return wording("en").show(error.values["problem"])


def test_a_draft_is_seen_by_nobody_until_it_is_published(own: Database, tmp_path: Path) -> None:
    load_articles(own, written(tmp_path / "a", TEXT).parents[1], by="ewa", at=NOW)
    editing = Editing(own)
    newer = written(tmp_path / "b", replace(TEXT, body="No password."))
    draft = editing.draft(newer, by="ewa", at=NOW)
    with own.read() as view:
        live = view.articles.get("wifi", "en")
    assert live is not None
    assert (live.body, draft.version) == ("Choose the network.", 2)
    assert [one.version for one in editing.publish("wifi", by="jan", at=NOW)] == [2]
    states = [(one.article.version, one.state) for one in editing.history("wifi", "en")]
    assert states == [(2, ArticleState.LIVE), (1, ArticleState.FORMER)]
    restored = editing.restore("wifi", "en", 1, by="ewa", at=NOW)
    assert (restored.version, restored.body) == (3, "Choose the network.")
    assert acts(own) == [
        ("article_loaded", "wifi", 1),
        ("article_drafted", "wifi", 2),
        ("article_published", "wifi", 2),
        ("article_restored", "wifi", 3),
    ]


def test_what_is_not_there_or_not_written_is_said_and_nothing_changes(own: Database, tmp_path: Path) -> None:
    editing = Editing(own)
    load_articles(own, written(tmp_path / "a", TEXT).parents[1], by="ewa", at=NOW)
    with own.act() as work:
        work.articles.save_draft(replace(TEXT, key="empty", body=""), by="ewa", at=NOW)
        work.commit()
    wrong: dict[str, Callable[[], object]] = {
        "no draft": lambda: editing.publish("wifi", by="ewa", at=NOW),
        "no text": lambda: editing.publish("empty", by="ewa", at=NOW),
        "no such article": lambda: editing.history("parrots", "en"),
        "no version 7": lambda: editing.restore("wifi", "en", 7, by="ewa", at=NOW),
        "“xx” is no language": lambda: editing.draft(tmp_path / "xx" / "wifi.md", by="ewa", at=NOW),
    }
    for said, act in wrong.items():
        with pytest.raises(ArticleInvalid) as caught:
            act()
        assert said in told(caught.value)
    assert len(acts(own)) == 1


def test_a_load_notes_what_is_new_what_reads_otherwise_and_what_is_gone(
    own: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "a"
    other = written(folder, replace(TEXT, key="other"))
    written(folder, TEXT)
    load_articles(own, folder, by="ewa", at=NOW)
    load_articles(own, folder, by="ewa", at=NOW)
    other.unlink()
    written(folder, replace(TEXT, title="Wireless?"))
    load_articles(own, folder, by="ewa", at=NOW)
    assert acts(own) == [
        ("article_loaded", "other", 1),
        ("article_loaded", "wifi", 1),
        ("article_loaded", "wifi", 2),
        ("article_retired", "other", 1),
    ]


def test_a_dump_removes_files_of_what_is_gone_only_as_a_mirror(own: Database, tmp_path: Path) -> None:
    load_articles(own, written(tmp_path / "a", TEXT).parents[1], by="ewa", at=NOW)
    out = tmp_path / "out"
    gone = written(out, replace(TEXT, key="gone"))
    mine = out / "en" / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    (out / "flows").mkdir()
    (out / "flows" / "old.yaml").write_text("", encoding="utf-8")
    assert dump_articles(own, out) == 1
    assert gone.exists()
    dump_articles(own, out, mirror=True)
    assert sorted(path.name for path in out.rglob("*.*")) == ["notes.txt", "wifi.md"]


def test_the_commands_do_the_same(tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    written(tmp_path / "a", TEXT)
    newer = written(tmp_path / "b", replace(TEXT, body="No password."))

    def run(*arguments: str) -> dict[str, object]:
        command = [sys.executable, "-m", "kiosk", "--home", home, *arguments, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.stdout, done.stderr
        document: dict[str, object] = json.loads(done.stdout)
        return document

    run("init")
    assert run("policies", "load", str(tmp_path / "a"))["articles"] == 1
    assert run("policies", "draft", str(newer)) == {"article": "wifi", "language": "en", "version": 2}
    run("policies", "publish", "wifi")
    versions = run("policies", "history", "wifi", "--language", "en")["versions"]
    assert isinstance(versions, list)
    assert [(one["version"], one["state"]) for one in versions] == [(2, "live"), (1, "former")]
    assert run("policies", "restore", "wifi", "1", "--language", "en")["version"] == 3
    error = run("policies", "publish", "wifi")["error"]
    assert isinstance(error, dict)
    assert error["code"] == "article_invalid"
