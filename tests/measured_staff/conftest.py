"""The workspace is measured without a screen, and each garbage is taken out where windows live."""

import os

from tests.journeys.conftest import sample
from tests.mistakes import no_mistake_goes_unheard
from tests.ui.conftest import garbage_rounds, taken_out

__all__ = ["garbage_rounds", "no_mistake_goes_unheard", "sample", "taken_out"]  # pytest finds them here

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
