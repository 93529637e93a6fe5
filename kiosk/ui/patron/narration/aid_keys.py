"""Switches the aids of the screen by keys, on every page and whether or not the kiosk speaks."""

from collections.abc import Callable

from kiosk.ui.patron.narration.key_plan import Act
from kiosk.ui.patron.shell_state import DARK, HIGH_CONTRAST
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit


class AidKeys:
    """Hold what each key for an aid does; a message at the foot of the screen says what came of it.

    The message is seen and, where the kiosk speaks, heard.
    """

    def __init__(self, shell: ShellViewModel, visit: Visit) -> None:
        self._shell = shell
        self._visit = visit
        self.acts: dict[Act, Callable[[], None]] = {
            Act.LARGE_TEXT: self._switch_large_text,
            Act.CONTRAST: self._switch_contrast,
            Act.DARK: self._switch_dark,
            Act.REDUCED_MOTION: self._switch_motion,
            Act.LOW_REACH: self._switch_low_reach,
            Act.LANGUAGE: self._next_language,
        }

    def _switch_large_text(self) -> None:
        self._shell.toggle("largeText")
        self._tell("access.largeText", self._shell.comfort.large_text)

    def _switch_low_reach(self) -> None:
        self._shell.toggle("lowReach")
        self._tell("access.lowReach", self._shell.comfort.low_reach)

    def _switch_contrast(self) -> None:
        self._shell.toggle("contrast")
        self._tell("access.high_contrast", self._shell.comfort.scheme == HIGH_CONTRAST)

    def _switch_dark(self) -> None:
        self._shell.toggle("dark")
        self._tell("access.dark", self._shell.comfort.scheme == DARK)

    def _switch_motion(self) -> None:
        self._shell.toggle("reducedMotion")
        self._tell("access.reducedMotion", self._shell.comfort.reduced_motion)

    def _next_language(self) -> None:
        codes = self._visit.profile.languages
        here = codes.index(self._visit.language) if self._visit.language in codes else -1
        self._shell.chooseLanguage(codes[(here + 1) % len(codes)])
        self._say(self._shell.languageName)

    def _tell(self, aid: str, on: bool) -> None:
        words = self._visit.words
        self._say(words("access.switched", aid=words(aid), state=words("access.on" if on else "access.off")))

    def _say(self, text: str) -> None:
        self._shell.touch()
        self._shell.showToast(text)
