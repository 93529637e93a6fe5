"""The licences of what others wrote and the packaged folder brings along, gathered for its reader."""

import re
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
# A choice between licences stands as "A OR B": the lesser one is the one taken.
_GPL_ALONE = re.compile(
    r"(?<!L)(?<!Lesser )(?<!Library or Lesser )(GPL|General Public License)", re.IGNORECASE
)
_CHOICE = re.compile(r"\bOR\b|/|;")


def brought_along(names: Iterable[str]) -> list[Distribution]:
    """Return the installed packages that any of the names, relative to the folder, is a file of."""
    inside = {_without_suffix(name) for name in names}
    found = {
        one.metadata["Name"].lower(): one
        for one in distributions()
        if one.metadata["Name"].lower() != "kiosk"
        and any(_without_suffix(str(file)) in inside for file in one.files or ())
    }
    return [found[name] for name in sorted(found)]


def licence_of(one: Distribution) -> str:
    """Return what a package says of its licence, in short."""
    data = one.metadata.json  # keys in lower case, what may stand more than once as a list
    if said := data.get("license_expression"):
        return str(said)
    classified = [
        str(value).rpartition(" :: ")[2]
        for value in data.get("classifier", ())
        if str(value).startswith("License ::")
    ]
    return "; ".join(classified) or (str(data.get("license") or "unknown").splitlines() or ["unknown"])[0]


def is_gpl_alone(licence: str) -> bool:
    """Tell whether every choice that a licence leaves is the GPL or AGPL, not the LGPL or a freer one."""
    return all(_GPL_ALONE.search(choice) for choice in _CHOICE.split(licence))


def write_licences(names: Iterable[str], folder: Path) -> list[tuple[str, str]]:
    """Write the licences of all that is brought along below a folder, with a list of them.

    Returns where each file lies and the folder inside the package that it belongs in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows, written = [], []
    for one in brought_along(names):
        name = str(one.metadata["Name"])
        rows.append(f"| {name} | {one.version} | {licence_of(one)} |")
        for file in one.files or ():
            path = Path(str(file.locate()))
            if (
                _TEXT.search(PurePosixPath(str(file)).name)
                and path.suffix not in (".py", ".pyc")
                and path.is_file()
            ):
                written.append((str(path), f"licences/{name}"))
    heading = (
        "# What others wrote\n\nThe program uses these packages; their licences lie beside this list.\n\n"
    )
    listed = folder / "README.md"
    listed.write_text(
        heading + "\n".join(["| package | version | licence |", "| --- | --- | --- |", *rows]) + "\n"
    )
    return [*written, (str(listed), "licences")]


def _without_suffix(name: str) -> str:
    return re.sub(r"\.pyc?$", "", name.replace("\\", "/"))
