"""The pages of answers, each imported when it is first opened."""

from kiosk.staff.rights import Right
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.workplace import Workplace


def policy_pages() -> tuple[PageKind, ...]:
    """Return the shelf, an article, what got no answer, and the guides."""
    return (
        PageKind("policies", Right.POLICIES_SEE, _policies, "ask"),
        PageKind("policies/article", Right.POLICIES_SEE, _article),
        PageKind("policies/unanswered", Right.POLICIES_SEE, _unanswered),
        PageKind("policies/guides", Right.POLICIES_SEE, _guides),
    )


def _policies(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.policies.page import PoliciesPage

    return PoliciesPage(workplace)


def _article(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.policies.article_page import ArticlePage

    return ArticlePage(workplace)


def _unanswered(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.policies.unanswered_page import UnansweredPage

    return UnansweredPage(workplace)


def _guides(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.policies.guides_page import GuidesPage

    return GuidesPage(workplace)
