"""What of Qt and of the machine that builds goes into the packaged folder, and what may never be there."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

# Of what PyInstaller collects: destination inside the folder, source on this machine, kind.
Entry = tuple[str, str, str]

_QT_PLUGINS = (
    "iconengines",
    "imageformats",
    "platforminputcontexts/libcompose",
    "platforms/libqoffscreen",
    "platforms/libqvnc",
    "platforms/libqwayland",
    "platforms/libqxcb",
    "platforms/qoffscreen",
    "platforms/qwindows",
    "styles",
    "wayland-graphics-integration-client/libdmabuf",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl",
    "wayland-graphics-integration-client/libshm",
    "wayland-shell-integration/libfullscreen-shell",
    "wayland-shell-integration/libxdg-shell",
    "xcbglintegrations",
)
_QML_FOLDERS = (
    "QtQml",
    "QtQml/Models",
    "QtQml/WorkerScript",
    "QtQuick",
    "QtQuick/Controls",
    "QtQuick/Controls/Basic",
    "QtQuick/Controls/Basic/impl",
    "QtQuick/Controls/impl",
    "QtQuick/Layouts",
    "QtQuick/Shapes",
    "QtQuick/Templates",
    "QtQuick/Window",
)
# Qt's modules that are under the GPL and no lesser licence (doc.qt.io, "Qt modules licensing").
_GPL_QT = (
    "CanvasPainter",
    "Charts",
    "Coap",
    "DataVisualization",
    "Graphs",
    "HttpServer",
    "Lottie",
    "Mqtt",
    "NetworkAuth",
    "OpcUa",
    "Quick3D",
    "QuickTimeline",
    "Quick/Timeline",
    "Quick/VirtualKeyboard",
    "ShaderTools",
    "VirtualKeyboard",
    "VncServer",
    "WaylandCompositor",
    "Wayland/Compositor",
)
# Libraries under the GPL that Python's own modules are often built with, and this speech program's.
_GPL_LIBRARIES = ("readline", "_?gdbm", "espeak", "speechd")
_GPL = re.compile(
    rf"(?:lib|/|^)Qt6?(?:{'|'.join(_GPL_QT)})"
    rf"|(?:^|/)(?:lib)?(?:{'|'.join(_GPL_LIBRARIES)})[^/]*\.(?:so|dll|pyd)",
    re.IGNORECASE,
)
_QT = re.compile(r"(?:^|/)PySide6/(?:Qt/)?(plugins|qml|translations)/(.+)")
_SYSTEM = ("/usr/lib/", "/lib/", "/usr/local/lib/")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are needed to run: no spare part of Qt, no library of the distribution.

    Libraries of the distribution stay where they are, so that its updates reach them and painting
    uses the ones that its graphics drivers were built with.
    """
    return [entry for entry in entries if _is_needed(entry[0].replace("\\", "/"), entry[1])]


def forbidden(names: Iterable[str]) -> list[str]:
    """Return those of the names, relative to the folder, that belong to something under the GPL alone."""
    return [name for name in names if _GPL.search(name.replace("\\", "/"))]


def _is_needed(name: str, source: str) -> bool:
    if forbidden([name]):
        return False
    if part := _QT.search(name):
        return _is_needed_of_qt(part[1], part[2])
    path = PurePosixPath(name)
    of_the_system = source.startswith(_SYSTEM) and len(path.parts) == 1 and ".so" in path.name
    return not of_the_system or path.name.startswith("libpython3")


def _is_needed_of_qt(kind: str, rest: str) -> bool:
    if kind == "plugins":
        return rest.startswith(_QT_PLUGINS)
    if kind == "translations":
        return rest.startswith("qtbase_")
    return str(PurePosixPath(rest).parent) in _QML_FOLDERS and not rest.endswith(".qmltypes")


def reached(entries: Iterable[Entry], needs: Callable[[Entry], set[str]]) -> list[Entry]:
    """Leave out the libraries of Qt that nothing else is linked with, over any number of steps.

    ``needs`` tells the names of the libraries that a file is linked with.
    """
    entries = list(entries)
    libraries = {PurePosixPath(entry[0]).name: entry for entry in entries if _is_library_of_qt(entry[0])}
    waiting = [entry for entry in entries if not _is_library_of_qt(entry[0])]
    seen: set[str] = set()
    while waiting:
        for name in (needs(waiting.pop()) - seen) & libraries.keys():
            seen.add(name)
            waiting.append(libraries[name])
    left_out = libraries.keys() - seen
    # Beside the program lies a link to each library, of the same name.
    return [entry for entry in entries if not (_may_go(entry) and PurePosixPath(entry[0]).name in left_out)]


def _may_go(entry: Entry) -> bool:
    return entry[2] == "SYMLINK" or _is_library_of_qt(entry[0])


def _is_library_of_qt(name: str) -> bool:
    return "PySide6/Qt/lib/" in name.replace("\\", "/")


def is_pythons_own(entry: Entry) -> bool:
    """Tell whether a library is the interpreter or one of its own modules, and no package's."""
    return "/libpython3" in f"/{entry[0]}" or "/lib-dynload/" in entry[0]
