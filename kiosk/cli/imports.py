"""Brings files into the catalogue and out of it, with progress and a report."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.catalog.index_process import IndexBeside
from kiosk.cli.context import CommandContext
from kiosk.cli.indexing import indexed
from kiosk.cli.progress import progress_bar
from kiosk.model.errors import KioskError
from kiosk.words import Wording

if TYPE_CHECKING:
    from kiosk.catalog.import_report import ImportReport
    from kiosk.catalog.problems import Problem

_SHOWN_PROBLEMS = 50
# A usual record's bytes; a file of so many is indexed while it is read.
_USUAL_RECORD = 1500
_WORTH_A_PROCESS = 10_000


def import_files(
    run: CommandContext, files: Sequence[Path], items: str, *, dry_run: bool, overwrite: bool, index: bool
) -> int:
    """Import and report; return the exit status: 0 when every file was recognised and read to its end."""
    with progress_bar() as tell, ExitStack() as beside:
        follower = None
        if index and not dry_run and (records := _about(files)) >= _WORTH_A_PROCESS:
            follower = beside.enter_context(IndexBeside(run.services.folder.path, records))
        report = run.services.importer.run(
            files,
            items,
            dry_run=dry_run,
            overwrite=overwrite,
            progress=lambda step: tell(step.fraction, step.file.name, step.read),
        )
        if follower is not None:
            follower.finish(indexed(run, tell))
        trouble = report.trouble
        if trouble is None and index and not dry_run:
            # All of it: whoever imports has the time, and nobody else is told to look after the rest.
            try:
                run.services.finder.refresh(indexed(run, tell))
            except KioskError as failed:
                trouble = failed
    words = run.words()
    document, text = _told(words, report)
    if trouble is not None:
        document["error"] = run.failure(trouble)
    run.result(document, text)
    _complain(run, words, report)
    return 0 if report.complete and trouble is None else 1


def _about(files: Sequence[Path]) -> int:
    """Return about how many records the files hold."""
    return sum(file.stat().st_size for file in files if file.is_file()) // _USUAL_RECORD


def _complain(run: CommandContext, words: Wording, report: "ImportReport") -> None:
    """Tell on standard error of each file that could not be taken as a whole."""
    for problem in report.problems:
        if problem.record is None and problem.severity == "error":
            run.complain(f"{problem.file}: {words(problem.key, **dict(problem.values))}")


def export_file(run: CommandContext, file: Path, query: str | None) -> None:
    """Export what a search finds, or everything, and say how much."""
    from kiosk.catalog.exporter import Exporter

    ids = None if query is None else _found(run, query)
    done = Exporter(run.services.database).run(file, ids)
    words = run.words()
    document = {
        "file": str(file),
        "records": done.records,
        "items": done.items,
        "rest_file": str(done.rest) if done.rest else None,
        "problems": [_problem(words, problem) for problem in done.problems],
    }
    lines = [words("export.done", count=done.records, file=file)]
    if done.rest:
        lines.append(words("export.rest", file=done.rest))
    run.result(document, "\n".join(lines))


def _found(run: CommandContext, query: str) -> list[int]:
    """Return the ids of all that the search finds, page by page."""
    from kiosk.catalog.search import SearchRequest, Sort

    run.services.finder.catch_up()
    ids: list[int] = []
    page = 1000
    while True:
        request = SearchRequest(query, sort=Sort.NEWEST, limit=page, offset=len(ids), facets=())
        hits = run.services.finder.index.search(request).hits
        ids += [hit.record_id for hit in hits]
        if len(hits) < page:
            return ids


def _told(words: Wording, report: "ImportReport") -> tuple[dict[str, object], str]:
    problems = [_problem(words, problem) for problem in report.problems]
    counts = {
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "items_created": report.items_created,
        "items_updated": report.items_updated,
    }
    lines = [words("import.summary", **counts)]
    lines += [
        words(
            "import.problem_line",
            file=problem["file"],
            record="–" if problem["record"] is None else str(problem["record"]),
            severity=words(f"import.severity.{problem['severity']}"),
            message=problem["message"],
        )
        for problem in problems[:_SHOWN_PROBLEMS]
    ]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(words("import.more_problems", count=len(problems) - _SHOWN_PROBLEMS))
    return {**counts, "problems": problems, "seconds": report.seconds}, "\n".join(lines)


def _problem(words: Wording, problem: "Problem") -> dict[str, object]:
    return {
        "file": problem.file,
        "record": problem.record,
        "control_number": problem.control_number,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": words(problem.key, **dict(problem.values)),
    }
