"""All tables of a library, by concept; ``metadata`` knows every one of them."""

from kiosk.storage.tables.base import metadata
from kiosk.storage.tables.catalogue import (
    headings,
    identifiers,
    items,
    record_headings,
    record_versions,
    records,
)
from kiosk.storage.tables.circulation import acts_done, hold_waits, holds, loans, renewals
from kiosk.storage.tables.desk import (
    accounts,
    audit,
    help_calls,
    kiosk_states,
    messages,
    request_steps,
    requests,
    roles,
)
from kiosk.storage.tables.feed import changes
from kiosk.storage.tables.intake import record_sources, record_templates
from kiosk.storage.tables.ledger import charges, settlements
from kiosk.storage.tables.library import (
    branches,
    channels,
    closures,
    hours,
    item_types,
    kiosks,
    library,
    meta,
    patron_categories,
    rules,
    shelves,
)
from kiosk.storage.tables.notices import nightly_runs, notices, templates
from kiosk.storage.tables.people import (
    attempts,
    former_cards,
    guardians,
    patron_keys,
    patron_notes,
    patrons,
    restrictions,
)
from kiosk.storage.tables.policies import articles, empty_searches, flows, questions
from kiosk.storage.tables.reports import day_sums, summed_days, title_sums

__all__ = [
    "accounts",
    "acts_done",
    "articles",
    "attempts",
    "audit",
    "branches",
    "changes",
    "channels",
    "charges",
    "closures",
    "day_sums",
    "empty_searches",
    "flows",
    "former_cards",
    "guardians",
    "headings",
    "help_calls",
    "hold_waits",
    "holds",
    "hours",
    "identifiers",
    "item_types",
    "items",
    "kiosk_states",
    "kiosks",
    "library",
    "loans",
    "messages",
    "meta",
    "metadata",
    "nightly_runs",
    "notices",
    "patron_categories",
    "patron_keys",
    "patron_notes",
    "patrons",
    "questions",
    "record_headings",
    "record_sources",
    "record_templates",
    "record_versions",
    "records",
    "renewals",
    "request_steps",
    "requests",
    "restrictions",
    "roles",
    "rules",
    "settlements",
    "shelves",
    "summed_days",
    "templates",
    "title_sums",
]
