"""What the frame around every page shows, free of Qt."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the library; `name` in that language."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ShellState:
    """Header and dock. `open_long` stands at home, `open_short` in the header; times are ready text."""

    library: str = ""
    date: str = ""
    time: str = ""
    open_long: str = ""
    open_short: str = ""
    is_open: bool = True
    language: str = "en"
    languages: tuple[Language, ...] = (Language("en", "English"),)
    signed_in: bool = False
    sections: tuple[str, ...] = ("find", "ask", "borrow", "return")


LIGHT, DARK, HIGH_CONTRAST = 0, 1, 2  # the schemes of colours


@dataclass(frozen=True, slots=True)
class Comfort:
    """How this visitor wants to see and hear; reset for the next one."""

    scheme: int = 0
    large_text: bool = False
    reduced_motion: bool = False
    low_reach: bool = False


def switched(comfort: Comfort, aid: str, usual_scheme: int) -> Comfort:
    """Switch largeText, reducedMotion, lowReach, contrast or dark on or off.

    What a scheme gives way to is the usual one, or light where it is the usual one itself.
    """
    schemes = {"contrast": HIGH_CONTRAST, "dark": DARK}
    if aid in schemes:
        other = LIGHT if usual_scheme == schemes[aid] else usual_scheme
        return replace(comfort, scheme=other if comfort.scheme == schemes[aid] else schemes[aid])
    names = {"largeText": "large_text", "reducedMotion": "reduced_motion", "lowReach": "low_reach"}
    return replace(comfort, **{names[aid]: not getattr(comfort, names[aid])}) if aid in names else comfort


@dataclass(frozen=True, slots=True)
class Route:
    """Where the patron is: the pages one above the other, home at the bottom."""

    pages: tuple[str, ...] = field(default=("home",))

    @property
    def page(self) -> str:
        """Name the page in sight."""
        return self.pages[-1]

    def onto(self, page: str) -> "Route":
        """Go one page deeper; a page already in sight stays."""
        return self if page == self.page else Route((*self.pages, page))

    def back(self) -> "Route":
        """Go one page up; home stays home."""
        return Route(self.pages[:-1]) if len(self.pages) > 1 else self

    def to_section(self, page: str) -> "Route":
        """Change to a section's first page right above home."""
        return Route(("home",)) if page == "home" else Route(("home", page))


SECTION_OF_PAGE = {
    "find": "find",
    "browse": "find",
    "record": "find",
    "ask": "ask",
    "answer": "ask",
    "flow": "ask",
    "message": "ask",
    "borrow": "borrow",
    "account": "borrow",
    "sign_in": "borrow",
    "settings": "borrow",
    "settings_pin": "borrow",
    "settings_contact": "borrow",
    "settings_history": "borrow",
    "settings_data": "borrow",
    "settings_erase": "borrow",
    "card_lost": "borrow",
    "account_messages": "borrow",
    "request": "ask",
    "request_form": "ask",
    "request_done": "ask",
    "request_lookup": "ask",
    "join_name": "borrow",
    "join_birth": "borrow",
    "join_contact": "borrow",
    "join_guardian": "borrow",
    "join_language": "borrow",
    "join_pin": "borrow",
    "join_review": "borrow",
    "join_agree": "borrow",
    "join_done": "borrow",
    "return": "return",
}
