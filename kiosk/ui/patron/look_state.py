"""What the patron side shows of the library's own look, free of Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownLogo:
    """The logo of one scheme of colours: pictures for home and for the other pages, and what lies under it.

    ``plate`` is a colour, or empty where the logo is seen as well without.
    """

    home: str
    head: str
    ratio: float
    plate: str = ""


@dataclass(frozen=True, slots=True)
class LookState:
    """``logos`` are for light, dark and high contrast, or none; words are in the visit's language."""

    logos: tuple[ShownLogo, ...] = ()
    logo_text: str = ""
    name_beside: bool = True
    welcome: str = ""
    light: tuple[tuple[str, str], ...] = ()
    dark: tuple[tuple[str, str], ...] = ()
