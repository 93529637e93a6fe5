"""All steps of a night in their order: first what patrons notice, then what is forgotten."""

from kiosk.circulation.nightly.forget_acts import forget_acts
from kiosk.circulation.nightly.forget_changes import forget_changes
from kiosk.circulation.nightly.forget_holds import forget_holds
from kiosk.circulation.nightly.forget_nights import forget_nights
from kiosk.circulation.nightly.forget_pins import forget_pins
from kiosk.circulation.nightly.forget_waits import forget_waits
from kiosk.circulation.nightly.lapse import lapse
from kiosk.circulation.nightly.resume import resume
from kiosk.circulation.nightly.retention import (
    forget_audit,
    forget_contacts,
    forget_help_calls,
    forget_history,
    forget_letters,
    forget_messages,
    forget_notices,
    forget_questions,
    forget_requests,
)
from kiosk.circulation.nightly.step import Step
from kiosk.circulation.nightly.sum_days import sum_days
from kiosk.circulation.nightly.temporary_cards import forget_temporary_cards
from kiosk.circulation.nightly.unlink import unlink

STEPS = (
    Step("days_summed", sum_days),
    Step("holds_resumed", resume),
    Step("holds_expired", lapse),
    Step("links_cut", unlink),
    Step("temporary_cards_forgotten", forget_temporary_cards),
    Step("history_forgotten", forget_history),
    Step("holds_forgotten", forget_holds),
    Step("messages_forgotten", forget_messages),
    Step("requests_forgotten", forget_requests),
    Step("contacts_forgotten", forget_contacts),
    Step("help_calls_forgotten", forget_help_calls),
    Step("questions_forgotten", forget_questions),
    Step("letters_given_up", forget_letters),
    Step("notices_forgotten", forget_notices),
    Step("waits_forgotten", forget_waits),
    Step("wrong_pins_forgotten", forget_pins),
    Step("audit_forgotten", forget_audit),
    Step("acts_forgotten", forget_acts),
    Step("changes_forgotten", forget_changes),
    Step("nights_forgotten", forget_nights),
)
