"""Makes a package for Debian and Ubuntu of the folder that PyInstaller built.

usage: python -m scripts.make_deb FOLDER INTO [VERSION]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "package"
UNITS = ("kiosk.service", "kiosk-nightly.service", "kiosk-nightly.timer", "kiosk-index.service")


def make_deb(built: Path, into: Path, version: str = "") -> Path:
    """Write ``kiosk_<version>_<architecture>.deb`` into a folder and return it.

    Without a version, the project's own. The program goes to /opt/kiosk, a command to
    /usr/bin, units to systemd's folder.
    """
    version = version or tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    architecture = _said("dpkg", "--print-architecture")
    into.mkdir(parents=True, exist_ok=True)
    target = into / f"kiosk_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=into) as name:
        root = Path(name, "root")
        shutil.copytree(built, root / "opt/kiosk", symlinks=True, copy_function=os.link)
        _put(SOURCES / "deb/kiosk", root / "usr/bin/kiosk", 0o755)
        for unit in UNITS:
            _put(SOURCES / "systemd" / unit, root / "usr/lib/systemd/system" / unit)
        _put(SOURCES / "systemd/kiosk.tmpfiles", root / "usr/lib/tmpfiles.d/kiosk.conf")
        for page in ("installing.md", "from-bare-debian.md", "locked-front.md"):
            _put(ROOT / "docs" / page, root / "usr/share/doc/kiosk" / page)
        _put(built / "_internal/licences/README.md", root / "usr/share/doc/kiosk/licences.md")
        for script in ("postinst", "prerm", "postrm"):
            _put(SOURCES / "deb" / script, root / "DEBIAN" / script, 0o755)
        size = sum(file.lstat().st_size for file in root.rglob("*")) // 1024
        libc = os.confstr("CS_GNU_LIBC_VERSION") or "glibc 2.34"
        control = (SOURCES / "deb/control").read_text(encoding="utf-8")
        for mark, value in (
            ("VERSION", version),
            ("ARCHITECTURE", architecture),
            ("SIZE", str(size)),
            ("LIBC", libc.split()[-1]),
        ):
            control = control.replace(f"@{mark}@", value)
        (root / "DEBIAN/control").write_text(control, encoding="utf-8")
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", root, target], check=True)
    return target


def _put(source: Path, target: Path, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    print(make_deb(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4]))
