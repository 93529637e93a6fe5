"""The pages of answers, each imported when it is first opened."""

from kiosk.staff.rights import Right
from kiosk.ui.staff.pages import Fetched, Make, PageKind


def policy_pages() -> tuple[PageKind, ...]:
    """Return the shelf, an article, what got no answer, and the guides."""
    return (
        PageKind("policies", Right.POLICIES_SEE, Fetched(_policies), "ask"),
        PageKind("policies/article", Right.POLICIES_SEE, Fetched(_article)),
        PageKind("policies/unanswered", Right.POLICIES_SEE, Fetched(_unanswered)),
        PageKind("policies/guides", Right.POLICIES_SEE, Fetched(_guides)),
    )


def _policies() -> Make:
    from kiosk.ui.staff.policies.page import PoliciesPage

    return PoliciesPage


def _article() -> Make:
    from kiosk.ui.staff.policies.article_page import ArticlePage

    return ArticlePage


def _unanswered() -> Make:
    from kiosk.ui.staff.policies.unanswered_page import UnansweredPage

    return UnansweredPage


def _guides() -> Make:
    from kiosk.ui.staff.policies.guides_page import GuidesPage

    return GuidesPage
