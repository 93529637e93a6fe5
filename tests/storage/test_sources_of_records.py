"""What a library itself says of where its records come from is kept, replaced and taken back."""

from dataclasses import replace

from kiosk.model.texts import LocalText
from kiosk.storage import Database, StoredSource, StoredTemplate

from .builders import NOW

SOURCE = StoredSource(
    "dnb", 2, True, {"name": "DNB", "address": "https://example.org", "page": 20}, "anna", NOW
)
TEMPLATE = StoredTemplate("comic", LocalText.of({"en": "Comic", "pl": "Komiks"}), "{}", "anna", NOW)


def test_a_source_is_kept_replaced_and_taken_back(database: Database) -> None:
    with database.act() as act:
        act.record_sources.save(SOURCE)
        act.record_sources.save(replace(SOURCE, code="loc", position=1))
        act.record_sources.save(replace(SOURCE, active=False))
        act.commit()
    with database.read() as view:
        assert [(one.code, one.active) for one in view.record_sources.all()] == [
            ("loc", True),
            ("dnb", False),
        ]
        assert view.record_sources.get("dnb") == replace(SOURCE, active=False)
    with database.act() as act:
        assert act.record_sources.reset("dnb")
        assert not act.record_sources.reset("dnb")
        assert act.record_sources.get("dnb") is None


def test_a_template_is_kept_replaced_and_forgotten(database: Database) -> None:
    with database.act() as act:
        act.record_templates.save(TEMPLATE)
        act.record_templates.save(replace(TEMPLATE, marc="[]"))
        act.commit()
    with database.read() as view:
        assert view.record_templates.all() == (replace(TEMPLATE, marc="[]"),)
    with database.act() as act:
        assert act.record_templates.forget("comic")
        assert not act.record_templates.forget("comic")
        assert act.record_templates.get("comic") is None
