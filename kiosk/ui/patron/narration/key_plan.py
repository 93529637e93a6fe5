"""What each key of the keypad at this machine is for."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt

from kiosk.settings import KeypadSettings
from kiosk.words import Wording

_FUNCTION_KEY = re.compile(r"F\d+")  # printed alike on every keyboard


class Act(StrEnum):
    """What a key does, as the settings name it."""

    OK = "ok"
    BACK = "back"
    HELP = "help"
    SPEECH = "speech"
    REPEAT = "repeat"
    PAGE = "page"
    QUIETER = "quieter"
    LOUDER = "louder"
    SLOWER = "slower"
    FASTER = "faster"
    CURTAIN = "curtain"
    LARGE_TEXT = "large_text"
    CONTRAST = "contrast"
    DARK = "dark"
    REDUCED_MOTION = "reduced_motion"
    LOW_REACH = "low_reach"
    LANGUAGE = "language"
    PLUGGED = "plugged"
    UNPLUGGED = "unplugged"


def key_plan(settings: KeypadSettings) -> Mapping[int, Act]:
    """Return what each key named in the settings does; of two that name the same key the first counts."""
    plan: dict[int, Act] = {}
    for act in Act:
        for name in getattr(settings, act):
            plan.setdefault(Qt.Key[f"Key_{name}"].value, act)
    return MappingProxyType(plan)


def key_called(settings: KeypadSettings, act: Act, words: Wording) -> str:
    """Return what people call the first key that does it, such as “F2” or “Insert”; empty where none does."""
    plan = key_plan(settings)
    for name in getattr(settings, act):
        if plan[Qt.Key[f"Key_{name}"].value] is act:
            return name if _FUNCTION_KEY.fullmatch(name) else words(f"key.{name}")
    return ""
