"""What goes into the packaged folder: what is needed, no library of the system, nothing under the GPL."""

from importlib.metadata import distributions

import pytest

from scripts.package_licences import brought_along, is_gpl_alone, licence_of
from scripts.packaged import Entry, forbidden, is_pythons_own, kept, reached

QT = "PySide6/Qt"


def entry(name: str, source: str = "/venv/x", kind: str = "BINARY") -> Entry:
    return name, source, kind


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6VirtualKeyboard.so.6",
        f"{QT}/lib/libQt6QuickTimelineBlendTrees.so.6",
        f"{QT}/lib/libQt6WaylandCompositor.so.6",
        f"{QT}/lib/libQt6Lottie.so.6",
        f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        f"{QT}/qml/QtQuick/VirtualKeyboard/qmldir",
        f"{QT}/qml/QtQuick/Timeline/libqtquicktimelineplugin.so",
        f"{QT}/qml/QtWayland/Compositor/qmldir",
        f"{QT}/qml/QtCharts/qmldir",
        "PySide6/QtCharts.abi3.so",
        "PySide6\\QtDataVisualization.pyd",
        "PySide6/Qt6Quick3D.dll",
        "libreadline.so.8",
        "python3.11/lib-dynload/readline.cpython-311-x86_64-linux-gnu.so",
        "python3.11/lib-dynload/_gdbm.cpython-311-x86_64-linux-gnu.so",
        "libespeak-ng.so.1",
    ],
)
def test_what_is_under_the_gpl_alone_is_refused(name: str) -> None:
    assert forbidden([name]) == [name]
    assert kept([entry(name)]) == []


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Quick.so.6",
        f"{QT}/lib/libQt6WaylandClient.so.6",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/platforms/libqvnc.so",
        f"{QT}/qml/QtQuick/Controls/Basic/Button.qml",
        f"{QT}/translations/qtbase_pl.qm",
        "PySide6/QtWidgets.abi3.so",
        "kiosk/devices/espeak_speech.pyc",
        "kiosk/ui/staff/charts/bars.pyc",
        "kiosk/words/catalogs/pl/screens.po",
    ],
)
def test_what_is_needed_is_kept(name: str) -> None:
    assert forbidden([name]) == []
    assert kept([entry(name)]) == [entry(name)]


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/sqldrivers/libqsqlite.so",
        f"{QT}/qml/QtQuick/Controls/Material/Button.qml",
        f"{QT}/qml/QtQuick/plugins.qmltypes",
        f"{QT}/translations/qtdeclarative_de.qm",
    ],
)
def test_spare_parts_of_qt_are_left_out(name: str) -> None:
    assert kept([entry(name)]) == []


def test_libraries_of_the_distribution_stay_where_they_are() -> None:
    """A C++ library older than the graphics driver's would keep the driver from loading."""
    there = "/usr/lib/x86_64-linux-gnu"
    assert (
        kept([entry("libstdc++.so.6", f"{there}/libstdc++.so.6"), entry("libz.so.1", "/lib/libz.so.1")]) == []
    )
    own = entry("libpython3.11.so.1.0", f"{there}/libpython3.11.so.1.0")
    module = entry("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so")
    assert kept([own, module]) == [own, module]
    assert (is_pythons_own(own), is_pythons_own(module)) == (True, True)
    assert not is_pythons_own(entry("numpy/_core/_multiarray_umath.so"))


def test_a_library_of_qt_goes_with_the_last_one_that_needs_it() -> None:
    window, core, sql = (entry(f"{QT}/lib/libQt6{name}.so.6") for name in ("Quick", "Core", "Sql"))
    link = entry("libQt6Sql.so.6", f"{QT}/lib/libQt6Sql.so.6", "SYMLINK")
    plugin, page = entry(f"{QT}/qml/QtQuick/plugin.so"), entry("kiosk/page.qml", kind="DATA")
    needs = {
        plugin: {"libQt6Quick.so.6", "libc.so.6"},
        window: {"libQt6Core.so.6"},
        core: {"libQt6Core.so.6"},
    }
    inside = reached([link, window, core, sql, plugin, page], lambda one: needs.get(one, set()))
    assert inside == [window, core, plugin, page]


@pytest.mark.parametrize(
    ("licence", "alone"),
    [
        ("GPL-3.0-only", True),
        ("GNU General Public License v2 (GPLv2)", True),
        ("AGPL-3.0-or-later", True),
        ("LGPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("GNU Lesser General Public License v2 or later (LGPLv2+)", False),
        ("MIT", False),
        ("unknown", False),
    ],
)
def test_a_licence_that_leaves_only_the_gpl_is_known(licence: str, alone: bool) -> None:
    assert is_gpl_alone(licence) is alone


def test_the_packages_that_files_come_from_are_found_with_their_licences() -> None:
    here = {str(one.metadata["Name"]) for one in distributions()}
    assert {"pytest", "PySide6_Essentials"} <= here
    found = brought_along(
        ["babel/core.pyc", "PySide6/QtCore.abi3.so", "serial/__init__.pyc", "kiosk/__main__.pyc"]
    )
    names = [str(one.metadata["Name"]).lower() for one in found]
    assert names == ["babel", "pyserial", "pyside6_essentials"]
    assert not [licence_of(one) for one in found if is_gpl_alone(licence_of(one))]
