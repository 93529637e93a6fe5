"""The whole app over the sample library, and single screens of it."""

from tests.journeys.conftest import running, sample, use_kiosk
from tests.mistakes import no_mistake_goes_unheard
from tests.ui.conftest import open_screen

__all__ = [
    "no_mistake_goes_unheard",
    "open_screen",
    "running",
    "sample",
    "use_kiosk",
]  # pytest finds them here
