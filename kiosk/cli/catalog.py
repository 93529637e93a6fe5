"""Commands of the catalogue: import, export, search, suggest, show, index."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.context import context_of
from kiosk.model.record import Audience, Form

app = typer.Typer(no_args_is_help=True, help="The catalogue: import, export, search, suggest, browse, show.")


class In(StrEnum):
    """Where to look."""

    ANY = "any"
    TITLE = "title"
    AUTHOR = "author"
    SUBJECT = "subject"
    ISBN = "isbn"
    CALL_NUMBER = "call_number"
    BARCODE = "barcode"


class SortBy(StrEnum):
    """In what order to show."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    AUTHOR = "author"


class Items(StrEnum):
    """Which field the items are in."""

    AUTO = "auto"
    F952 = "952"
    F852 = "852"
    F949 = "949"
    F999 = "999"
    NONE = "none"


class Headings(StrEnum):
    """Which list to browse."""

    AUTHOR = "author"
    SUBJECT = "subject"
    CALL_NUMBER = "call_number"


Where = Annotated[In, typer.Option("--in", help="Where to look.")]


@app.command("import")
def import_(
    context: typer.Context,
    files: list[Path],
    items: Annotated[Items, typer.Option("--items", help="The field that items are in.")] = Items.AUTO,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and report only.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Also records edited here.")] = False,
    no_wait: Annotated[bool, typer.Option("--no-wait", help="Leave the index to a later call.")] = False,
) -> None:
    """Take records and items from MARC 21 or CSV files, told by content."""
    from kiosk.cli.imports import import_files

    status = import_files(
        context_of(context), files, items.value, dry_run=dry_run, overwrite=overwrite, index=not no_wait
    )
    if status:
        raise typer.Exit(status)


@app.command("export")
def export(
    context: typer.Context,
    file: Path,
    query: Annotated[str | None, typer.Option("--query", help="Only what this search finds.")] = None,
) -> None:
    """Write records with their items as .mrc, .xml, .json or .csv, by the file's ending."""
    from kiosk.cli.imports import export_file

    export_file(context_of(context), file, query)


@app.command("search")
def search(
    context: typer.Context,
    query: Annotated[str, typer.Argument()] = "",
    where: Where = In.ANY,
    form: Annotated[list[Form] | None, typer.Option("--form")] = None,
    language: Annotated[list[str] | None, typer.Option("--language", help="ger, de or German.")] = None,
    year: Annotated[list[str] | None, typer.Option("--year", help="1990 or 1990-2000.")] = None,
    subject: Annotated[list[str] | None, typer.Option("--subject")] = None,
    author: Annotated[list[str] | None, typer.Option("--author")] = None,
    audience: Annotated[list[Audience] | None, typer.Option("--audience")] = None,
    branch: Annotated[list[str] | None, typer.Option("--branch")] = None,
    available: Annotated[bool, typer.Option("--available", help="Only what is in now.")] = False,
    sort: Annotated[SortBy, typer.Option("--sort")] = SortBy.RELEVANCE,
    limit: Annotated[int, typer.Option("--limit", min=0, max=1000)] = 20,
    offset: Annotated[int, typer.Option("--offset", min=0)] = 0,
    card: Annotated[str | None, typer.Option("--card", help="What may this card do?")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Why a title ranks where it does.")] = False,
) -> None:
    """Find titles; an empty query is all of them, newest first."""
    from kiosk.catalog.search import Filters, SearchField, SearchRequest, Sort, YearRange
    from kiosk.catalog.tables.languages import language_code
    from kiosk.cli.finds import show_page

    years = tuple(YearRange.parse(text) for text in year or ())
    if None in years:
        raise typer.BadParameter("write it like 1990 or 1990-2000", param_hint="--year")
    filters = Filters(
        forms=tuple(one.value for one in form or ()),
        languages=tuple(language_code(one) or one for one in language or ()),
        years=tuple(one for one in years if one is not None),
        subjects=tuple(subject or ()),
        authors=tuple(author or ()),
        audiences=tuple(one.value for one in audience or ()),
        branches=tuple(branch or ()),
        available=available,
    )
    sorting = Sort(sort.value) if query.strip() or sort is not SortBy.RELEVANCE else Sort.NEWEST
    request = SearchRequest(
        query, SearchField(where.value), filters, sorting, limit=limit, offset=offset, explain=explain
    )
    show_page(context_of(context), request, card)


@app.command("suggest")
def suggest(
    context: typer.Context,
    prefix: str,
    where: Where = In.ANY,
    limit: Annotated[int, typer.Option("--limit", min=0, max=100)] = 8,
) -> None:
    """Suggest titles, authors and subjects, as one types."""
    from kiosk.catalog.search import SearchField

    run = context_of(context)
    run.services.finder.catch_up()
    found = run.services.finder.suggest(prefix, SearchField(where.value), limit)
    document = {"suggestions": [{"text": s.text, "kind": s.kind, "records": s.records} for s in found]}
    run.result(document, lambda: "\n".join(f"{s.text}  ({s.kind}, {s.records})" for s in found))


@app.command("browse")
def browse(
    context: typer.Context,
    headings: Headings,
    start: Annotated[str, typer.Argument(metavar="FROM")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=200)] = 20,
    back: Annotated[bool, typer.Option("--back", help="Towards the beginning.")] = False,
) -> None:
    """List authors, subjects or call numbers from a point on, with counts."""
    run = context_of(context)
    page = run.services.finder.browse(headings.value, start, limit, back=back)
    document = {
        "headings": [{"text": h.text, "records": h.records} for h in page.headings],
        "next": page.next,
        "previous": page.previous,
    }
    run.result(document, lambda: "\n".join(f"{h.text}  ({h.records})" for h in page.headings))


@app.command("show")
def show(
    context: typer.Context,
    record: str,
    marc: Annotated[bool, typer.Option("--marc", help="With the MARC record.")] = False,
) -> None:
    """Show a title with its copies, by an item's barcode, an ISBN or an id."""
    from kiosk.cli.finds import show_title

    show_title(context_of(context), record, marc=marc)


@app.command("reindex")
def reindex(context: typer.Context) -> None:
    """Build the search index anew, beside the old one, which serves until it is done."""
    from kiosk.cli.indexing import index_alone

    index_alone(context_of(context), anew=True)


def index(
    context: typer.Context,
    following: Annotated[int | None, typer.Option("--following", hidden=True)] = None,
) -> None:
    """Bring the search index up to date, at low priority."""
    from kiosk.cli.indexing import at_low_priority, index_alone, index_beside

    at_low_priority()
    if following is None:
        index_alone(context_of(context), anew=False)
    else:
        index_beside(context_of(context), following)
