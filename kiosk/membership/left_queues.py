"""What was scanned at a desk and not done is kept as a draft: whoever was erased meanwhile goes from it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.storage import View
from kiosk.whole_files import write_whole

_QUEUE = "desk/queue"


@dataclass(frozen=True, slots=True)
class LeftQueue:
    """The draft of one desk's queue, with all that its file says."""

    file: Path
    said: dict[str, Any]

    def forget_strangers(self, view: View) -> bool:
        """Take out what was scanned for or as a card that is nobody's; return whether anything was.

        A code that is neither a card nor an item may have been the card of who was erased: it goes too.
        """
        tasks = self.said["values"]["tasks"]
        left = [task for task in tasks if _is_known(view, task)]
        if len(left) == len(tasks):
            return False
        if left:
            said = self.said | {"values": {**self.said["values"], "tasks": left}}
            write_whole(self.file, json.dumps(said).encode(), mode=0o600)
        else:
            self.file.unlink(missing_ok=True)
        return True


def left_queues(folder: Path) -> Iterator[LeftQueue]:
    """Yield the queues that desks of this machine left; what cannot be read is left out."""
    for file in sorted(folder.glob("*/*.json")):
        try:
            said = json.loads(file.read_text(encoding="utf-8"))
            if said["form"] == _QUEUE and all(isinstance(task, dict) for task in said["values"]["tasks"]):
                yield LeftQueue(file, said)
        except (OSError, ValueError, KeyError, TypeError):
            continue


def _is_known(view: View, task: dict[str, Any]) -> bool:
    card, text = task.get("card"), str(task.get("text") or "")
    if card is not None and view.patrons.of_number(str(card)) is None:
        return False
    return view.patrons.of_number(text) is not None or view.items.by_barcode(text) is not None
