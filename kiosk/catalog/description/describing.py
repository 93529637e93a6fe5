"""Puts the columns of a record together from its MARC fields."""

from kiosk.catalog.description.coded import audience_of, language_of, year_of
from kiosk.catalog.description.fields import Fields, by_tag, distinct
from kiosk.catalog.description.forms import form_of
from kiosk.catalog.description.identifiers import is_ruined, isbn13, issn_of, looks_like_isbn
from kiosk.catalog.description.names import authors_of, names_of
from kiosk.catalog.description.publication import call_number_of, extent_of, imprint_of, online_of
from kiosk.catalog.description.titles import titles_of
from kiosk.catalog.description.topics import notes_of, series_of, subjects_of, summary_of
from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.problems import Finding, warning
from kiosk.model.record import Description


def describe(
    record: MarcRecord, findings: list[Finding] | None = None, item_types: tuple[str, ...] = ()
) -> Description:
    """Derive the description; ``findings`` gets what could not be trusted, such as invalid ISBNs."""
    fields, linked = by_tag(record)
    coded = fields["008"][0].data.replace("#", " ") if "008" in fields else ""
    language = language_of(coded, fields)
    titles = titles_of(fields, linked, language)
    authors = authors_of(fields)
    publisher, place = imprint_of(fields, linked)
    if not titles.title and findings is not None:
        findings.append(warning("title.missing"))
    return Description(
        title=titles.title,
        filing_title=titles.filing_title,
        form=form_of(record.leader, coded, fields, item_types),
        subtitle=titles.subtitle,
        responsibility=titles.responsibility,
        authors=authors,
        names=names_of(fields, linked, authors, titles.responsibility),
        other_titles=titles.others,
        subjects=subjects_of(fields, linked),
        series=series_of(fields, linked),
        notes=notes_of(fields, linked),
        summary=summary_of(fields, linked),
        publisher=publisher,
        place=place,
        extent=extent_of(fields),
        year=year_of(coded, fields),
        language=language,
        isbns=_isbns(fields, findings),
        issns=_issns(fields),
        audience=audience_of(record.leader, coded, fields),
        call_number=call_number_of(fields),
        online=online_of(fields),
    )


def _isbns(fields: Fields, findings: list[Finding] | None) -> tuple[str, ...]:
    found = []
    for field in fields.get("020", ()):
        for value in field.every("a"):
            number = isbn13(value)
            if number is not None:
                found.append(number)
            elif findings is not None and is_ruined(value):
                findings.append(warning("isbn.ruined", isbn=value.strip()[:40]))
            elif findings is not None and looks_like_isbn(value):
                findings.append(warning("isbn.invalid", isbn=value.strip()[:40]))
    return tuple(dict.fromkeys(found))


def _issns(fields: Fields) -> tuple[str, ...]:
    found = [issn_of(value) for field in fields.get("022", ()) for value in field.every("a")]
    return distinct([number for number in found if number])
