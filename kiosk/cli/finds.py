"""Shows what was found, as the contract's JSON or in words."""

import json
from datetime import datetime
from typing import Any

from kiosk.catalog.finding import Asker, FoundTitle, ShownTitle
from kiosk.catalog.search import SearchRequest
from kiosk.cli.context import CommandContext
from kiosk.model.decision import Say
from kiosk.model.errors import CardUnknown
from kiosk.model.library import Library
from kiosk.storage import ListedRecord


def asker(run: CommandContext, card: str | None = None) -> Asker:
    """Return who asks at the command line: this kiosk's branch, now."""
    if card is not None:
        with run.services.database.read() as view:
            if view.patrons.by_card(card) is None:
                raise CardUnknown(card=card)
    return Asker(run.services.clock.now(), run.services.profile().branch, card)


def show_page(run: CommandContext, request: SearchRequest, card: str | None) -> None:
    """Search and print the page."""
    finder = run.services.finder
    finder.catch_up()
    page = finder.search(request, asker(run, card))
    words, library = run.words(), run.services.library()
    relaxed = words.join(tuple(words(step) for step in page.result.relaxed)) or None
    document: dict[str, object] = {
        "query": request.text,
        "total": page.result.total,
        "did_you_mean": page.result.did_you_mean,
        "relaxed": relaxed,
        "results": [_row(run, library, row) for row in page.rows],
        "facets": {name: dict(counts) for name, counts in page.result.facets.items()},
        "milliseconds": round(page.result.milliseconds, 2),
    }
    if request.explain:
        document["explained"] = {
            f"r{hit.record_id}": {reason.what: round(reason.points, 3) for reason in hit.reasons}
            for hit in page.result.hits
        }
    lines = [words.count("search.found", page.result.total) + (f" ({relaxed})" if relaxed else "")]
    if page.result.did_you_mean:
        lines.append(words("search.did_you_mean", text=page.result.did_you_mean))
    lines += [_line(run, library, row) for row in page.rows]
    if request.explain:
        lines.append(json.dumps(document["explained"], indent=1))
    run.result(document, "\n".join(lines))


def show_title(run: CommandContext, text: str, *, marc: bool) -> None:
    """Print one title with its copies."""
    title = run.services.finder.show(text, asker(run))
    library = run.services.library()
    run.result(_title(run, library, title, marc), lambda: _title_text(run, library, title))


def _row(run: CommandContext, library: Library, row: FoundTitle) -> dict[str, Any]:
    return _listed(run, library, row.listed, row.say)


def _listed(run: CommandContext, library: Library, listed: ListedRecord, say: Say) -> dict[str, Any]:
    description = listed.description
    return {
        "id": listed.key,
        "control_number": listed.control_number,
        "title": description.title,
        "authors": list(description.authors),
        "year": description.year,
        "form": str(description.form),
        "language": description.language,
        "isbns": list(description.isbns),
        "items": listed.items,
        "available": listed.available,
        "call_number": listed.call_number,
        "say": _say(run, library, say),
    }


def _say(run: CommandContext, library: Library, say: Say) -> dict[str, object]:
    due = say.due_at or say.back_at
    return {
        "code": str(say.code),
        "text": said(run, library, say),
        "due_at": run.time(due, _zone(library, say.branch)),
        "position": say.position,
    }


def said(run: CommandContext, library: Library, say: Say) -> str:
    """Return what may be done, in a sentence."""
    from kiosk.words.saying import say_sentence

    return say_sentence(say, library, run.words())


def _zone(library: Library, branch: str | None) -> str:
    found = library.branch(branch) if branch else None
    return found.calendar.time_zone if found else library.time_zone


def _line(run: CommandContext, library: Library, row: FoundTitle) -> str:
    description = row.listed.description
    authors = "; ".join(description.authors[:2])
    year = description.year or "–"
    return f"{row.listed.key}  {description.title} / {authors} ({year}, {description.form})\n    " + said(
        run, library, row.say
    )


def _title(run: CommandContext, library: Library, title: ShownTitle, marc: bool) -> dict[str, Any]:
    description = title.record.description
    document = _listed(run, library, title.listed, title.say) | {
        "subjects": list(description.subjects),
        "publisher": description.publisher,
        "summary": description.summary,
        "series": list(description.series),
        "copies": [
            {
                "barcode": shown.copy.item.barcode,
                "branch": shown.copy.item.branch,
                "location": shown.copy.item.location,
                "call_number": shown.copy.item.call_number,
                "item_type": shown.copy.item.item_type,
                "status": str(shown.copy.status),
                "due_at": _due(run, library, shown.copy.item.branch, shown.copy.due_at),
                "shelf": _shelf(library, shown),
            }
            for shown in title.copies
        ],
    }
    if marc:
        document["marc"] = json.loads(title.record.marc)
    return document


def _due(run: CommandContext, library: Library, branch: str, due_at: datetime | None) -> str | None:
    return run.time(due_at, _zone(library, branch))


def _shelf(library: Library, shown: Any) -> str | None:
    from kiosk.catalog.call_numbers import shelf_of

    item = shown.copy.item
    shelf = shelf_of(item.call_number, library.shelves, item.branch, item.location)
    return shelf.id if shelf else None


def _title_text(run: CommandContext, library: Library, title: ShownTitle) -> str:
    description = title.record.description
    lines = [f"{title.record.key}  {description.title}", f"  {'; '.join(description.authors)}"]
    lines.append(f"  {description.publisher or ''} {description.year or ''} {description.form}")
    if description.summary:
        lines.append(f"  {description.summary}")
    lines.append(f"  {said(run, library, title.say)}")
    words = run.words()
    for shown in title.copies:
        item = shown.copy.item
        place = " ".join(filter(None, (item.branch, item.location, item.call_number)))
        lines.append(f"    {item.barcode}  {place}  {words(f'status.{shown.copy.status}')}")
    return "\n".join(lines)
