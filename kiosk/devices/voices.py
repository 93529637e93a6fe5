"""Gives this machine the voice that its settings name."""

from typing import TYPE_CHECKING

from kiosk.devices.speech import Manner, Speech

if TYPE_CHECKING:
    from kiosk.settings import SpeechSettings


def speech_of(settings: "SpeechSettings") -> Speech | None:
    """Return the voice, None for none; begins nothing yet, and does not ask whether it can speak."""
    manner = Manner(settings.rate, settings.volume)
    match settings.kind:
        case "espeak-ng":
            from kiosk.devices.espeak_speech import EspeakSpeech

            return EspeakSpeech(manner, settings.device)
        case "simulated":
            from kiosk.devices.simulated_speech import SimulatedSpeech

            return SimulatedSpeech(manner)
        case _:
            return None
