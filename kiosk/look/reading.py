"""Reads a library's look from its folder: logo, welcome, colours, pictures, and what is wrong with them."""

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.look.drawings import Drawing, read_drawing
from kiosk.look.files import Unusable
from kiosk.look.look_file import LookFile, read_look_file
from kiosk.look.own_colours import OwnColours, own_colours
from kiosk.look.photographs import read_photograph
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText

PICTURES = "pictures"
MOST_PICTURES = 40
_ENDINGS = (".svg", ".png", ".webp", ".jpg", ".jpeg")
_THUMB = 64  # px: small enough to cost nothing once a picture has been decoded


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that can be drawn: an SVG looked through, or the path of a picture that was decoded once."""

    source: Drawing | Path


@dataclass(frozen=True, slots=True)
class IdlePicture:
    """A picture shown when nobody is there, with what is said below it."""

    path: Path
    text: LocalText = field(default_factory=LocalText)


@dataclass(frozen=True, slots=True)
class Look:
    """A library's own look; what it does not set is as shipped.

    ``problems`` are what is not used, each with what to do; ``remarks`` what is used in another way than
    it was written.
    """

    welcome: LocalText = field(default_factory=LocalText)
    light_logo: Logo | None = None
    dark_logo: Logo | None = None
    logo_text: LocalText = field(default_factory=LocalText)
    name_beside: bool = True
    colours: OwnColours = field(default_factory=OwnColours)
    pictures: tuple[IdlePicture, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def read_look(folder: Path) -> Look:
    """Read everything in the folder; decodes each picture once, so never on the GUI thread.

    A folder that is not there is the shipped look. Nothing in it raises.
    """
    if not folder.is_dir():
        return Look()
    said = read_look_file(folder)
    problems = said.problems
    light = _logo(folder, "light", said, "logo")
    dark = _logo(folder, "dark", said, "logo-dark")
    colours = own_colours(said.colours)
    pictures = _pictures(folder / PICTURES, said)
    return Look(
        welcome=said.welcome,
        light_logo=light or dark,
        dark_logo=dark,
        logo_text=said.logo_text,
        name_beside=said.name_beside,
        colours=colours,
        pictures=pictures,
        problems=tuple(problems),
        remarks=tuple(
            Problem.of(
                f"look.corrected_{one.theme}", key=f"colours.{one.name}", chosen=one.chosen, shown=one.shown
            )
            for one in colours.corrected
        ),
    )


def traces(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of everything in the folder: alike as long as nothing was changed."""
    found = []
    for place in (folder, folder / PICTURES):
        try:
            paths = sorted(place.iterdir())
        except OSError:
            continue
        for path in paths:
            try:
                about = path.lstat()
            except OSError:
                continue
            found.append((str(path), about.st_size, about.st_mtime_ns))
    return tuple(found)


def is_empty(folder: Path) -> bool:
    """Tell whether nothing of a look was laid there."""
    return all(Path(path).name == PICTURES for path, _size, _time in traces(folder))


def _logo(folder: Path, theme: str, said: LookFile, stem: str) -> Logo | None:
    """Return the logo that the file names, else the first of the usual names that is there."""
    named = said.logo_files.get(theme)
    usual = (f"{stem}{ending}" for ending in _ENDINGS)
    there = (name for name in usual if (folder / name).exists() or (folder / name).is_symlink())
    name = named or next(there, None)
    if name is None:
        return None
    path = folder / name
    try:
        if path.suffix.lower() == ".svg":
            return Logo(read_drawing(path))
        read_photograph(path, _THUMB, _THUMB)
    except Unusable as error:
        said.problems.append(error.problem)
        return None
    return Logo(path)


def _pictures(folder: Path, said: LookFile) -> tuple[IdlePicture, ...]:
    """Return the pictures in order of their names."""
    try:
        names = sorted(
            (path.name for path in folder.iterdir() if not path.name.startswith(".")), key=str.lower
        )
    except OSError:
        names = []
    if len(names) > MOST_PICTURES:
        said.problems.append(Problem.of("look.many", most=MOST_PICTURES, there=len(names)))
    found = []
    for name in names[:MOST_PICTURES]:
        try:
            read_photograph(folder / name, _THUMB, _THUMB)
        except Unusable as error:
            said.problems.append(error.problem)
            continue
        found.append(IdlePicture(folder / name, said.captions.get(name, LocalText())))
    for name in said.captions:
        if name not in names:
            said.problems.append(Problem.of("look.missing", file=f"{PICTURES}/{name}"))
    return tuple(found)
