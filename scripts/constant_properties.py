"""Mark properties without a notify signal as constant in a metaobject dump: `python -m … FILE`.

PySide's dump leaves `constant=True` out, and qmllint then warns of every binding to such a property.
"""

import json
import sys
from pathlib import Path


def with_constants(dump: str) -> str:
    """Give the dump with `constant` added."""
    units = json.loads(dump)
    for unit in units:
        for described in unit["classes"]:
            for entry in described.get("properties", []):
                entry.setdefault("constant", "notify" not in entry)
    return json.dumps(units)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(with_constants(target.read_text(encoding="utf-8")), encoding="utf-8")
