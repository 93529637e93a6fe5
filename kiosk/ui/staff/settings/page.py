"""The library's settings: a list of parts at the left, the chosen one beside it."""

from functools import partial

from kiosk.staff.rights import Right
from kiosk.ui.staff.settings.accounts_part import AccountsPart
from kiosk.ui.staff.settings.elements_part import ElementsPart
from kiosk.ui.staff.settings.file_part import FilePart
from kiosk.ui.staff.settings.letters_part import LettersPart
from kiosk.ui.staff.settings.library_part import LibraryPart
from kiosk.ui.staff.settings.roles_part import RolesPart
from kiosk.ui.staff.settings.tabs import Tab, TabsPage
from kiosk.ui.staff.settings.trail_part import TrailPart
from kiosk.ui.staff.workplace import Workplace

_LISTS = ("branch", "patron_category", "item_type", "shelf", "channel", "kiosk", "service")


def settings_page(workplace: Workplace) -> TabsPage:
    """Make the page with the parts that the account may see."""
    parts = [
        (Right.RULES_SEE, Tab("library", "staff.settings.part.library", LibraryPart)),
        *(
            (Right.RULES_SEE, Tab(part, f"staff.settings.tab.{part}", partial(ElementsPart, part=part)))
            for part in _LISTS
        ),
        (Right.RULES_SEE, Tab("letters", "staff.letters", LettersPart)),
        (Right.RULES_SEE, Tab("file", "staff.file", FilePart)),
        (Right.ACCOUNTS, Tab("accounts", "staff.accounts", AccountsPart)),
        (Right.ACCOUNTS, Tab("roles", "staff.roles", RolesPart)),
        (Right.AUDIT, Tab("trail", "staff.trail", TrailPart)),
    ]
    return TabsPage(workplace, "settings", [tab for right, tab in parts if workplace.by.may(right)])
