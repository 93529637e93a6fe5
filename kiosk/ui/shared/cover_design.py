"""Which colours, layout and letter sizes a typographic cover has: the same title, the same cover."""

from dataclasses import dataclass

COLOURINGS = (
    ("#0B5D4B", "#F6EEDC", "#E2B659"),
    ("#2A4B8D", "#F6EEDC", "#F0A58F"),
    ("#8A2F2A", "#F8ECD9", "#EBC06B"),
    ("#E0A93B", "#1B2A49", "#8A2F2A"),
    ("#5A3A66", "#F6EEDC", "#D9A7C7"),
    ("#EFE4CB", "#1B2A49", "#C9573F"),
    ("#1F6B78", "#F6EEDC", "#F2CF8D"),
    ("#5E6A2B", "#F8F1DF", "#E8D27A"),
    ("#1B2A49", "#F6EEDC", "#E2B659"),
    ("#EADFC6", "#5A1F24", "#0B5D4B"),
    ("#3F4A57", "#F6EEDC", "#E59A7E"),
    ("#D98773", "#1B1F33", "#F8ECD9"),
)
MOON, LABEL, SHELF, INITIAL, SPINE, ARCH = range(6)
SQUARE_FORMS = frozenset({"music", "audiobook", "game"})
BADGES = {
    "ebook": "e-book",
    "audiobook": "audio",
    "music": "music",
    "film": "film",
    "game": "game",
    "map": "map",
    "score": "music",
    "serial": "calendar",
    "kit": "tag",
}
AUTHOR_FROM_WIDTH = 84
_ARTICLES = (
    "der ",
    "die ",
    "das ",
    "ein ",
    "eine ",
    "the ",
    "a ",
    "an ",
    "le ",
    "la ",
    "les ",
    "l'",
    "el ",
    "il ",
)


@dataclass(frozen=True, slots=True)
class CoverOrder:
    """What to paint: `form` by its code (book, film …), `width` in device pixels.

    `colouring` and `layout` are found from title and author unless given.
    """

    title: str
    author: str
    form: str
    width: int
    colouring: int = -1
    layout: int = -1


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """How to paint it: heights and letter sizes in units of a hundredth of the width."""

    ground: str
    text: str
    accent: str
    layout: int
    square: bool
    height: float
    title_size: float
    author_size: float
    author: str
    initial: str
    badge: str


def design(order: CoverOrder) -> CoverDesign:
    """Decide everything about a cover but where its lines break."""
    fold = _fold(order.title + order.author)
    ground, text, accent = COLOURINGS[fold % 12 if order.colouring < 0 else order.colouring]
    layout = fold // 13 % 6 if order.layout < 0 else order.layout
    square = order.form in SQUARE_FORMS
    return CoverDesign(
        ground,
        text,
        accent,
        layout,
        square,
        100 if square else 148,
        _title_size(order.title, layout, square),
        min(8.6, 134 / max(1, len(order.author))) if len(order.author) < 24 else 6.6,
        order.author if order.width >= AUTHOR_FROM_WIDTH else "",
        _initial(order.title),
        BADGES.get(order.form, ""),
    )


def _fold(words: str) -> int:
    value = 7
    for letter in words:
        value = (31 * value + ord(letter)) % 1_000_003
    return value


def _title_size(title: str, layout: int, square: bool) -> float:
    # A line may break after a hyphen of the title's own.
    longest = max((len(word) for word in title.replace("-", "- ").split()), default=1)
    size = min(19.0, 130 / longest)
    if len(title) > 40:
        size = min(size, 11.0)
    elif len(title) > 26:
        size = min(size, 13.0)
    if square:
        return max(6.0, size * 0.74 * (0.7 if layout == INITIAL else 1))
    return max(8.0, _fitted(size, longest, layout))


def _fitted(size: float, longest: int, layout: int) -> float:
    """Shrink the title where a layout leaves it less room."""
    if layout == MOON:
        return min(size, max(13.0, size * 0.88))
    if layout == LABEL:
        return size * 0.78
    if layout == INITIAL:
        return size * 0.7
    return min(size * 0.78, 88 / longest) if layout == SPINE else size


def _initial(title: str) -> str:
    lowered = title.casefold()
    article = next((article for article in _ARTICLES if lowered.startswith(article)), "")
    rest = title[len(article) :] if len(article) < len(title) else title
    return next((letter.upper() for letter in rest if letter.isalnum()), "")
