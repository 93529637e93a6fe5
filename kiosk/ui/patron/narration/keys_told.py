"""Says and writes which keys of this machine do what, whatever keys the settings give."""

from collections.abc import Iterator
from types import MappingProxyType

from kiosk.settings import KeypadSettings
from kiosk.ui.patron.narration.key_plan import Act, key_called
from kiosk.words import Wording

AIDS = MappingProxyType(
    {
        Act.LARGE_TEXT: "access.largeText",
        Act.CONTRAST: "access.high_contrast",
        Act.DARK: "access.dark",
        Act.REDUCED_MOTION: "access.reducedMotion",
        Act.LOW_REACH: "access.lowReach",
        Act.LANGUAGE: "access.language",
    }
)


class KeysTold:
    """Know the keypad of this machine, and whether it can have the screen read aloud (``speaks``)."""

    def __init__(self, keypad: KeypadSettings, *, speaks: bool) -> None:
        self._keypad = keypad
        self._speaks = speaks

    def called(self, act: Act, words: Wording) -> str:
        """Return what people call the key; empty where none does it."""
        return key_called(self._keypad, act, words)

    def aid(self, act: Act, words: Wording) -> str:
        """Return a sentence on the key for an aid; empty where none is given to it."""
        key = self.called(act, words)
        return words("access.aid_key", aid=words(AIDS[act]), key=key) if key else ""

    def aids(self, words: Wording) -> Iterator[str]:
        """Yield a sentence on each aid that has a key."""
        yield from filter(None, (self.aid(act, words) for act in AIDS))

    def written(self, words: Wording) -> str:
        """Return what the keys do, for who reads it: the way around, and how speech is begun."""
        # Return chooses at any time; what else does is only worth a name where a library chose it.
        chosen = self._keypad.ok != KeypadSettings().ok
        enter, back = words("key.Return"), words("key.Escape")
        ok = (chosen and self.called(Act.OK, words)) or enter
        text = words("narration.keys", ok=ok, back=self.called(Act.BACK, words) or back)
        speech = self.called(Act.SPEECH, words) if self._speaks else ""
        return f"{text} {words('narration.keys.speech', key=speech)}" if speech else text
