"""What the help dialog shows: that staff come, or how else the library is reached; free of Qt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from kiosk.model.library import Library
from kiosk.paper.squares import qr_modules
from kiosk.rules.calendar import calendar_of
from kiosk.ui.patron.channel_rows import channel_rows
from kiosk.ui.patron.qr_code import qr_path
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording
from kiosk.words.contact_link import link_of
from kiosk.words.opening import opening_sentence

_REMEMBERED = 64  # codes; more channels than any library has


class HelpStep(StrEnum):
    """How far a call is; `none` is no dialog, `reach` how else the library is reached, nobody called."""

    NONE = ""
    CALLING = "calling"
    CALLED = "called"
    CLOSED = "closed"
    TROUBLE = "trouble"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class HelpChannel:
    """A way to reach the library, and its code for a phone: path, modules a side; `brief` says its state."""

    kind: str
    name: str
    value: str
    state: str
    brief: str
    open: bool
    qr: str
    qr_size: int
    code_name: str


@dataclass(frozen=True, slots=True)
class HelpState:
    """All texts ready; `title` is empty where there is no dialog."""

    step: str = HelpStep.NONE
    title: str = ""
    text: str = ""
    channels: tuple[HelpChannel, ...] = ()


def help_state(
    step: HelpStep, trouble: Trouble | None, library: Library, branch: str, words: Wording, now: datetime
) -> HelpState:
    """Derive the dialog; where nobody comes it shows what to do instead."""
    if step is HelpStep.NONE:
        return HelpState()
    text = words(f"help.{step}.text")
    if step is HelpStep.CLOSED:
        hours = opening_sentence(calendar_of(library, branch), now, words)
        text = words("help.closed.text", hours=hours)
    elif trouble is not None:
        text = f"{trouble.said(words)} {text}"
    alone = step in (HelpStep.CLOSED, HelpStep.TROUBLE, HelpStep.REACH)
    channels = _channels(library, branch, words, now) if alone else ()
    return HelpState(step, words(f"help.{step}.title"), text, channels)


def _channels(library: Library, branch: str, words: Wording, now: datetime) -> tuple[HelpChannel, ...]:
    found = []
    for row in channel_rows(library, branch, words, now):
        path, size = _code(link_of(row.kind, row.value))
        found.append(
            HelpChannel(
                kind=row.kind,
                name=row.name,
                value=row.value,
                state=row.state,
                brief=row.brief,
                open=row.open,
                qr=path,
                qr_size=size,
                code_name=words("help.code", name=row.name),
            )
        )
    return tuple(found)


@lru_cache(_REMEMBERED)
def _code(link: str) -> tuple[str, int]:
    """Return a code's path and how many modules it has a side: a library's links hardly ever change."""
    modules = qr_modules(link)
    return qr_path(modules), len(modules)
