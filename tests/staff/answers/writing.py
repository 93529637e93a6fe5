"""Articles as tests write them, and what the audit says of that."""

from kiosk.model.article import Article
from kiosk.staff.answers.editing import ArticleEditing
from kiosk.storage import Database
from tests.policies.conftest import NOW
from tests.staff.people import signed

ANNA, BERT = signed(), signed(account="bert")
WIFI = Article("wifi", "en", "technology", "Is there Wi-Fi?", "Choose the network.", questions=("Internet?",))


def write(editing: ArticleEditing, *pages: Article, publish: bool = True) -> tuple[str, ...]:
    """Keep pages as somebody who has just opened them."""
    opened = editing.open(ANNA, pages[0].key)
    seen = {page.language: page.seen for page in opened.pages}
    return editing.save(ANNA, pages, seen, publish=publish, at=NOW)


def acts(database: Database) -> list[str]:
    """Return what the audit says was done, the first first."""
    with database.read() as view:
        return [entry.act for entry in reversed(view.audit.latest())]
