"""What is known of a language beyond the articles: words that say little, words that mean the same."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.policies.understanding.letters import fold, words_of

GAP = "…"
_FOLDER = Path(__file__).parent / "speech"


@dataclass(frozen=True, slots=True)
class Speech:
    """A language's words for talking with a library, folded but not stemmed.

    ``same`` are groups of words and phrases of like meaning; in "when … return" the two words stand one
    soon after the other. ``searching`` are the openings of
    questions that are really searches, ``media`` and ``about`` the words of "a book | by …", and
    ``search_means`` what such a question asks of the library itself. ``elsewhere`` are words and phrases
    of questions that other counters answer, ``joining`` those between two matters, as typed.
    """

    language: str
    filler: frozenset[str]
    asking: frozenset[str]
    same: tuple[tuple[tuple[str, ...], ...], ...]
    searching: tuple[tuple[str, ...], ...]
    media: frozenset[str]
    about: frozenset[str]
    search_means: str
    elsewhere: tuple[tuple[str, ...], ...]
    joining: tuple[str, ...]


@cache
def speech_of(language: str) -> Speech:
    """Read the language's file; one without a file has no words of its own."""
    path = _FOLDER / f"{language}.txt"
    parts = sections(path.read_text(encoding="utf-8")) if path.exists() else {}

    def words(name: str) -> frozenset[str]:
        return frozenset(word for line in parts.get(name, ()) for word in phrase(line, language))

    def phrases(name: str) -> list[tuple[str, ...]]:
        return [phrase(line, language) for line in parts.get(name, ())]

    groups = (tuple(phrase(one, language) for one in line.split(",")) for line in parts.get("same", ()))
    return Speech(
        language=language,
        filler=words("filler"),
        asking=words("asking"),
        same=tuple(tuple(one for one in group if one) for group in groups),
        searching=tuple(sorted(phrases("searching"), key=len, reverse=True)),
        media=words("medium"),
        about=words("about"),
        search_means=" ".join(parts.get("search-means", ())),
        elsewhere=tuple(
            phrase(one, language) for line in parts.get("elsewhere", ()) for one in line.split(",")
        ),
        joining=tuple(one.strip() for line in parts.get("joining", ()) for one in line.split(",")),
    )


def phrase(text: str, language: str) -> tuple[str, ...]:
    """Return the folded words of a text, with the gap of a pair in its place."""
    head, gap, tail = text.partition(GAP)
    words = tuple(fold(word, language) for word in words_of(head))
    return (*words, GAP, *phrase(tail, language)) if gap else words


def sections(text: str) -> dict[str, list[str]]:
    """Return the lines of each section of a text: "[name]" begins one, "#" a remark."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
        elif line and not line.startswith("#"):
            found.setdefault(name, []).append(line)
    return found
