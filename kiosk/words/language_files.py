"""What a language's folder may hold besides its words – a keyboard, typefaces – and what is wrong in it."""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import PoFileError, read_po

from kiosk.model.problem import Problem
from kiosk.words import key_layouts
from kiosk.words.key_layouts import KeyLayout, UnusableLayoutError, read_layout

FOLDER = Path(__file__).parent / "catalogs"
TYPEFACES = (".ttf", ".otf")
_COMPLETE = "en"  # what the program itself was written in: nothing is missing there
_NAMED = 3
_TYPEFACE_SIZE = 12


def typefaces(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the typefaces that languages bring along, by their path."""
    found = (path for path in sorted((folder or FOLDER).glob("*/*")) if path.suffix.lower() in TYPEFACES)
    return tuple(found)


def layouts(folder: Path | None = None) -> dict[str, KeyLayout]:
    """Return the keyboards that languages bring along, by their codes; one that is wrong is left out."""
    found: dict[str, KeyLayout] = {}
    for path in sorted((folder or FOLDER).glob(f"*/{key_layouts.NAME}")):
        try:
            found[path.parent.name] = read_layout(path)
        except UnusableLayoutError:
            continue
    return found


def language_faults(folder: Path | None = None) -> Iterator[Problem]:
    """Yield what is wrong with any file of any language: words, keyboards, typefaces, in this order."""
    folder = folder or FOLDER
    there = [path for path in sorted(folder.iterdir()) if path.is_dir()]
    complete = _texts(folder / _COMPLETE, [])
    for language in there:
        if any(language.glob("*.po")):
            yield from _wrong_words(language, complete)
        path = language / key_layouts.NAME
        if path.exists():
            try:
                read_layout(path)
            except UnusableLayoutError as error:
                yield error.problem
    for path in typefaces(folder):
        if not _is_typeface(path):
            yield Problem.of("languages.typeface", file=f"{path.parent.name}/{path.name}")


def _wrong_words(language: Path, complete: set[str]) -> Iterator[Problem]:
    code = language.name
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        yield Problem.of("languages.code", code=code)
        return
    problems: list[Problem] = []
    own = _texts(language, problems)
    yield from problems
    missing = sorted(complete - own)
    if missing and code != _COMPLETE:
        told = ", ".join(missing[:_NAMED])
        yield Problem.of("languages.missing", code=code, n=len(missing), of=len(complete), keys=told)


def _texts(language: Path, problems: list[Problem]) -> set[str]:
    """Return the keys that have a text in every form; what cannot be read is told."""
    found: set[str] = set()
    for path in sorted(language.glob("*.po")):
        file = f"{language.name}/{path.name}"
        try:
            with path.open("rb") as stream:
                catalog = read_po(stream, locale=language.name, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            problems.append(Problem.of("languages.no_catalogue", file=file, detail=str(error)))
            continue
        except OSError:
            problems.append(Problem.of("languages.unreadable", file=file))
            continue
        for message in catalog:
            key = message.id if isinstance(message.id, str) else message.id[0]
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            if key and all(forms):
                found.add(key)
    return found


def _is_typeface(path: Path) -> bool:
    from PIL import ImageFont

    try:
        ImageFont.truetype(path, _TYPEFACE_SIZE)
    except OSError:
        return False
    return True
