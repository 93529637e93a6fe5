"""Prints a benchmark's rows as a table, with the machine and the date that they were measured on."""

import os
import platform
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that the given share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(values: Sequence[float]) -> list[str]:
    """Return median, p95 and maximum of values in seconds, as texts in milliseconds."""
    figures = (statistics.median(values), quantile(values, 0.95), max(values))
    return [f"{figure * 1000:.1f}" for figure in figures]


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown section with the table."""
    now = datetime.now(UTC)  # noqa: TID251 - the date of the measurement
    print(f"\n## {title}\n\n{now:%Y-%m-%d}, {_machine()}\n")
    print("| " + " | ".join(head) + " |")
    print("| " + " | ".join("---" for _ in head) + " |")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def _machine() -> str:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    return f"{os.cpu_count()} cores ({model}), Python {platform.python_version()}, {platform.system()}"
