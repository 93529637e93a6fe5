"""What each key of the keypad at this machine is for."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt

from kiosk.settings import KeypadSettings


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
    PLUGGED = "plugged"
    UNPLUGGED = "unplugged"


def key_plan(settings: KeypadSettings) -> Mapping[int, Act]:
    """Return what each key named in the settings does; of two that name the same key the first counts."""
    plan: dict[int, Act] = {}
    for act in Act:
        for name in getattr(settings, act):
            plan.setdefault(Qt.Key[f"Key_{name}"].value, act)
    return MappingProxyType(plan)
