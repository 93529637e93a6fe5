"""What the help dialog shows: that staff come, or how else the library is reached; free of Qt."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of
from kiosk.ui.patron.answer_state import channel_rows
from kiosk.ui.patron.qr_code import qr_modules, qr_path
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording
from kiosk.words.opening import opening_sentence


class HelpStep(StrEnum):
    """How far a call is; `none` is no dialog."""

    NONE = ""
    CALLING = "calling"
    CALLED = "called"
    CLOSED = "closed"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class HelpChannel:
    """A way to reach the library, also as a code for a phone's camera: its path, and modules a side."""

    kind: str
    name: str
    value: str
    state: str
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
    alone = step in (HelpStep.CLOSED, HelpStep.TROUBLE)
    return HelpState(step, words(f"help.{step}.title"), text, _channels(library, words, now) if alone else ())


def link_of(kind: str, value: str) -> str:
    """Return what a phone does with a way to reach the library: call, write, or open a page."""
    if kind == "phone":
        return "tel:" + "".join(sign for sign in value if sign.isdecimal() or sign == "+")
    if kind == "email":
        return f"mailto:{value.strip()}"
    return value.strip() if "://" in value else f"https://{value.strip()}"


def _channels(library: Library, words: Wording, now: datetime) -> tuple[HelpChannel, ...]:
    found = []
    for row in channel_rows(library, words, now):
        modules = qr_modules(link_of(row.kind, row.value))
        found.append(
            HelpChannel(
                kind=row.kind,
                name=row.name,
                value=row.value,
                state=row.state,
                open=row.open,
                qr=qr_path(modules),
                qr_size=len(modules),
                code_name=words("help.code", name=row.name),
            )
        )
    return tuple(found)
