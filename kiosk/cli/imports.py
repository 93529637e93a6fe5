"""Brings files into the catalogue and out of it, with progress and a report."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.context import CommandContext
from kiosk.cli.indexing import indexed
from kiosk.cli.progress import progress_bar
from kiosk.words import Wording

if TYPE_CHECKING:
    from kiosk.catalog.import_progress import ImportProgress
    from kiosk.catalog.import_report import ImportReport
    from kiosk.catalog.problems import Problem

_SHOWN_PROBLEMS = 50


def import_files(
    run: CommandContext, files: Sequence[Path], items: str, *, dry_run: bool, overwrite: bool, index: bool
) -> int:
    """Import and report; return the exit status: 0 when every file was recognised and read to its end."""
    with progress_bar() as tell:

        def progress(step: "ImportProgress") -> None:
            tell(step.fraction, step.file.name, step.read)

        if index and not dry_run:
            from kiosk.catalog.indexed_import import IndexedImport

            services = run.services
            whole = IndexedImport(services.importer, services.finder, services.folder.path)
            report = whole.run(
                files, items, overwrite=overwrite, progress=progress, indexing=indexed(run, tell)
            )
        else:
            report = run.services.importer.run(
                files, items, dry_run=dry_run, overwrite=overwrite, progress=progress
            )
    trouble = report.trouble
    words = run.words()
    document, text = _told(words, report)
    if trouble is not None:
        document["error"] = run.failure(trouble)
    run.result(document, text)
    _complain(run, words, report)
    return 0 if report.complete and trouble is None else 1


def _complain(run: CommandContext, words: Wording, report: "ImportReport") -> None:
    """Tell on standard error of each file that could not be taken as a whole."""
    for problem in report.problems:
        if problem.record is None and problem.severity == "error":
            run.complain(f"{problem.file}: {words(problem.key, **dict(problem.values))}")


def export_file(run: CommandContext, file: Path, query: str | None) -> None:
    """Export what a search finds, or everything, and say how much."""
    from kiosk.catalog.exporter import Exporter
    from kiosk.catalog.search import SearchRequest

    ids = None
    if query is not None:
        run.services.finder.catch_up()
        ids = run.services.finder.every_id(SearchRequest(query))
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
