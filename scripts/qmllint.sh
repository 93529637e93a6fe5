#!/bin/sh
# Check the QML of the patron side with the Python types it uses: any warning fails.
set -eu
cd "$(dirname "$0")/.."
bin=${QML_TOOLS:-.venv/bin}
qml=kiosk/ui/patron/qml
core=$("$bin/python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / "Qt/metatypes/qt6core_metatypes.json")')
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
mkdir -p "$built/Kiosk/Desk"

sources=$(grep -rl --include='*.py' '^@QmlElement' kiosk/ui/patron | sort)
# shellcheck disable=SC2086
"$bin/pyside6-metaobjectdump" -o "$built/desk.json" $sources
"$bin/python" -m scripts.constant_properties "$built/desk.json"
"$bin/pyside6-qmltyperegistrar" --generate-qmltypes "$built/Kiosk/Desk/desk.qmltypes" \
    --import-name Kiosk.Desk --major-version 1 --minor-version 0 --foreign-types "$core" \
    -o "$built/registered.cpp" "$built/desk.json"
printf 'module Kiosk.Desk\ntypeinfo desk.qmltypes\n' >"$built/Kiosk/Desk/qmldir"

status=0
# shellcheck disable=SC2046
"$bin/pyside6-qmllint" --max-warnings 0 -I "$built" -I "$qml" $(find "$qml" -name '*.qml' | sort) \
    >"$built/report" 2>&1 || status=$?
# When it fails, the tool repeats its whole command line: that is of no use.
grep -v 'qmllint --max-warnings' "$built/report" || true
exit "$status"
