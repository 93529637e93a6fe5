"""The command that tells what works on this machine and what does not."""

import os
import shutil
from collections.abc import Callable, Iterator

import typer

from kiosk.cli.context import CommandContext, context_of
from kiosk.model.errors import KioskError

_ENOUGH_SPACE = 500_000_000  # bytes: room for a backup of a town library's database
_EARLIEST_YEAR = 2026  # a clock before the product's first year was never set


def doctor(context: typer.Context) -> None:
    """Check screen, scanner, printer, camera, speech, headphones, mail, database, backups, index and more."""
    from kiosk.cli.checks import show_checks

    run = context_of(context)
    checks = (
        _settings,
        _database,
        _backup,
        _library,
        _index,
        _articles,
        _look,
        _languages,
        _clock,
        _space,
        _screen,
        _front,
        _scanner,
        _printer,
        _camera,
        _speech,
        _headphones,
        _mail,
    )
    show_checks(run, [result for check in checks for result in _tried(run, check)])


Check = Callable[[CommandContext], Iterator[tuple[str, bool, str]]]


def _tried(run: CommandContext, check: Check) -> list[tuple[str, bool, str]]:
    from kiosk.words.reasons import error_sentence

    try:
        return list(check(run))
    except KioskError as error:
        return [(check.__name__.lstrip("_"), False, error_sentence(error, run.words()))]


def _settings(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    yield "settings", bool(run.services.settings), str(run.services.folder.settings_file)


def _database(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    from kiosk.storage import check

    for result in check(run.services.database):
        yield f"database: {result.name}", result.ok, result.detail


def _backup(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Tell how old the newest is; one that is there was read through when it was made."""
    from kiosk.own_backups import backups_here

    words, here = run.words(), backups_here(run.services)
    if here is None:
        yield "backup", True, words("doctor.backup_off")
    elif here.newest is None:
        yield "backup", not here.late, words("doctor.backup_none")
    else:
        when = here.newest.isoformat(timespec="minutes")
        yield "backup", not here.late, words("doctor.backup", kept=here.kept, when=when)


def _library(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    library = run.services.library()
    unconfigured = [b.code for b in library.branches if not b.configured]
    unconfigured += [t.code for t in library.item_types if not t.configured]
    words = run.words()
    yield "library", True, words.name(library.name)
    if unconfigured:
        yield "library: configuration", False, words("doctor.unconfigured", codes=", ".join(unconfigured))


def _index(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    status = run.services.finder.status()
    words = run.words()
    detail = words(f"doctor.index.{status.state}", records=status.records)
    yield "index", not status.rebuild_needed, detail


def _articles(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    with run.services.database.read() as view:
        count = len(view.articles.all())
    yield "articles", count > 0, run.words()("doctor.articles", count=count)


def _look(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Read the library's own look as the kiosk does; a colour that was corrected is said and is no fault."""
    from kiosk.look.reading import is_empty

    words, folder = run.words(), run.services.folder.within(run.services.settings.look)
    if is_empty(folder):
        yield "look", True, words("doctor.look_none", folder=folder)
        return
    look = run.services.look.current()
    yield "look", not look.problems, words("doctor.look", folder=folder)
    for problem in look.problems:
        yield "look", False, words.show(problem)
    for remark in look.remarks:
        yield "look", True, words.show(remark)


def _languages(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Read every language's files as the kiosk does: words, keyboard on the screen, typefaces."""
    from kiosk.words import available_languages
    from kiosk.words.language_files import language_faults

    problems = [*language_faults()]
    yield "languages", not problems, ", ".join(available_languages())
    for problem in problems:
        yield "languages", False, run.words().show(problem)


def _clock(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    now = run.services.clock.now()
    yield "clock", now.year >= _EARLIEST_YEAR, now.isoformat(timespec="seconds")


def _space(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    path = run.services.folder.path
    # Where there is no folder yet, the disk it would lie on.
    there = next(one for one in (path, *path.parents) if one.exists())
    free = shutil.disk_usage(there).free
    yield "space", free > _ENOUGH_SPACE, run.words()("doctor.space", megabytes=free // 1_000_000)


def _screen(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    shown = bool(display) or os.name == "nt"
    yield "screen", shown, display or run.words()("doctor.no_screen")


def _front(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Tell whether the app holds the screen, and whether staff could leave it there."""
    from kiosk.exit_pin import ExitPin

    if not run.services.settings.front.locked:
        state = "open"
    else:
        state = "ready" if ExitPin(run.services.folder).is_set else "no_pin"
    yield "front", True, run.words()(f"doctor.front.{state}")


def _scanner(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Open its line, or tell how it is expected to type: a keyboard cannot tell whether it is there."""
    scanner, line = run.services.settings.scanner, run.services.scanner
    if line is not None:
        state = line.state()
        told = run.words()(f"doctor.scanner.{state}", device=scanner.device, baud=str(scanner.baud))
        yield "scanner", state == "ready", told
        return
    values = {"prefix": scanner.prefix or "–", "shortest": scanner.shortest, "end": scanner.end}
    yield "scanner", True, run.words()("doctor.scanner", **values)


def _printer(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    settings, words = run.services.settings, run.words()
    command = settings.receipt.command.split()
    if settings.printer.kind != "pdf":
        state = run.services.printer.state()
        which = words(
            f"doctor.printer.{settings.printer.kind}",
            address=settings.printer.address,
            port=str(settings.printer.port),
        )
        told = words("doctor.printer.state", which=which, state=words(f"printer.{state}"))
        yield "printer", state.prints, told
    elif not command:
        yield "printer", True, words("doctor.printer_none")
    else:
        found = shutil.which(command[0])
        yield "printer", found is not None, found or words("doctor.printer_missing", command=command[0])


def _camera(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Look through it once; what is seen is only measured."""
    words, camera = run.words(), run.services.camera
    if camera is None:
        yield "camera", True, words("doctor.camera_none")
        return
    if run.services.settings.camera.kind == "opencv":
        from kiosk.devices.camera_sources import missing_packages

        if missing := missing_packages():
            yield "camera", False, words("doctor.camera_missing", packages=", ".join(missing))
            return
    try:
        seen = camera.look()
    finally:
        camera.close()
    yield "camera", True, words("doctor.camera", width=seen.width, height=seen.height)


def _speech(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Let it say something that nobody hears."""
    words, speech = run.words(), run.services.speech
    if speech is None:
        yield "speech", True, words("doctor.speech_none")
        return
    state = speech.state()
    yield "speech", state.speaks, words(f"doctor.speech.{state}", program=run.services.settings.speech.kind)


def _headphones(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Look for the socket; that none is found by itself is no fault, that one named is not there is."""
    from kiosk.devices.headphones import HeadphoneSocket, SocketState

    where, words = run.services.settings.speech.socket, run.words()
    if not where:
        yield "headphones", True, words("doctor.socket_none")
        return
    socket = HeadphoneSocket(where)
    try:
        state = socket.open()
    finally:
        socket.close()
    unasked = where == "auto" and state is SocketState.MISSING
    yield "headphones", state.works or unasked, words(f"doctor.socket.{state}")


def _mail(run: CommandContext) -> Iterator[tuple[str, bool, str]]:
    """Greet the mail server and sign in there; nothing is sent."""
    from kiosk.notices.mail import SmtpMailer

    settings = run.services.settings.mail
    mailer = SmtpMailer(settings)
    if not mailer.is_set:
        yield "mail", True, run.words()("doctor.mail_none")
        return
    mailer.check()
    yield "mail", True, f"{settings.host}:{settings.port}"
