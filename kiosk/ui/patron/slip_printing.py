"""Prints the slip that goes into a returned item; runs on a worker thread after it, and may fail alone."""

from dataclasses import replace

from kiosk.model.item import Place
from kiosk.model.outcome import ActBy, Outcome
from kiosk.notices.own_words import own_words
from kiosk.services import Services
from kiosk.words import available_languages, wording


def wants_slip(services: Services, outcome: Outcome) -> bool:
    """Tell whether this kiosk prints a slip for what was just taken back."""
    printer = services.settings.printer
    return outcome.done and printer.hold_slips and outcome.place in (Place.HOLD_SHELF, Place.TRANSIT)


def print_slip(services: Services, outcome: Outcome, by: ActBy) -> None:
    """Print it in the library's language; raises as `Printer.print`, or as no slip is needed any more."""
    # Here, so that the window opens without what draws papers.
    from kiosk.devices.printer import roll_paper
    from kiosk.membership.papers import hold_slip, travel_slip
    from kiosk.paper.hold_slip import hold_slip_roll

    library = services.library()
    language = next((one for one in library.languages if one in available_languages()), "en")
    words = wording(language, services.zone().key, library.languages)
    with services.database.read() as view:
        if outcome.hold_id is not None:
            slip = hold_slip(view, library, outcome.barcode, by.at, words)
        else:
            slip = travel_slip(view, library, outcome.barcode, by.branch, by.at, words)
        slip = replace(slip, own=own_words(view, library, "hold_slip", by.branch, words))
    services.printer.print(roll_paper(hold_slip_roll(slip, words), by.at, words))
