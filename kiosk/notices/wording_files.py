"""Writes the wordings of notices and papers into a folder, one text file each, and takes them back edited."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kiosk.model.errors import FileUnreadable
from kiosk.notices.kinds import KINDS, PAPERS, channel_of
from kiosk.notices.wordings import Worded, check_wording, in_effect
from kiosk.storage import Act, Template, View

_MOST_BYTES = 100_000


def wordings_in_effect(view: View, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield file name and text of every wording: the subject, an empty line, the body."""
    for kind in (*KINDS, *PAPERS):
        for language in languages:
            worded = in_effect(view, kind, language)
            yield f"{kind}.{language}.txt", f"{worded.subject}\n\n{worded.body.strip()}\n"


def read_wordings(folder: Path, languages: tuple[str, ...]) -> list[Worded]:
    """Read the wordings of a folder; raises FileUnreadable and TemplateInvalid, which name the file.

    A file of another name is none of ours; one of a language that the library does not speak neither.
    """
    found = []
    for path in sorted(folder.glob("*.txt")):
        kind, _, language = path.stem.partition(".")
        if language not in languages:
            continue
        worded = Worded(kind, language, *_parts(path), own=True)
        check_wording(worded, path)
        found.append(worded)
    if not found:
        raise FileUnreadable(file=folder, problem="*.txt")
    return found


def keep_wordings(work: Act, worded: list[Worded], by: str, at: datetime) -> tuple[int, int]:
    """Keep those that differ from the program's, and none of the others; return how many of each."""
    own = 0
    for one in worded:
        channel = channel_of(one.kind)
        work.templates.reset(one.kind, one.language, channel)
        usual = in_effect(work, one.kind, one.language)
        if (one.subject, one.body.strip()) != (usual.subject, usual.body.strip()):
            work.templates.save(Template(one.kind, one.language, channel, one.body, by, at, one.subject))
            own += 1
    return own, len(worded) - own


def _parts(path: Path) -> tuple[str, str]:
    try:
        with path.open("rb") as stream:
            text = stream.read(_MOST_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(file=path, problem=str(error)) from error
    subject, _, body = text.partition("\n")
    return subject.strip(), body.strip() + "\n"
