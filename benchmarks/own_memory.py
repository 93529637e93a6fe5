"""How much memory a process holds for itself, and with the files that it has mapped."""

from pathlib import Path


def held(process: int | str = "self") -> dict[str, int]:
    """Return ``RssAnon`` (its own) and ``VmRSS`` (with mapped files) in kB; OSError once it is gone."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    values = dict(line.split(":", 1) for line in lines if ":" in line)
    return {name: int(values[name].split()[0]) for name in ("RssAnon", "VmRSS") if name in values}
