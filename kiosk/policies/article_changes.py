"""Notes in the audit what became of an article."""

from datetime import datetime

from kiosk.model.article import Article
from kiosk.storage import Act


def note_change(
    work: Act, act: str, article: Article, by: str, at: datetime, more: dict[str, object] | None = None
) -> None:
    """Write what was done to an article into the audit, in the transaction of the change itself."""
    details = {"article": article.key, "language": article.language, "version": article.version}
    work.audit.write(at=at, account=by, act=act, subject="article", details={**details, **(more or {})})
