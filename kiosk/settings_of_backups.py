"""The backups of this machine: whether every night makes one, and how long they are kept."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class BackupSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What the nightly job copies, and what it keeps."""

    every_night: Annotated[
        Literal["auto", "yes", "no"],
        Meta(
            description='"auto": kiosk nightly backs up a database in this folder, and leaves one on a '
            'server to the server; "yes": that too, for which pg_dump must be installed; "no".'
        ),
    ] = "auto"
    daily: Annotated[int, Meta(ge=1, le=366, description="Days of which a backup is kept.")] = 7
    weekly: Annotated[int, Meta(ge=0, le=520, description="Weeks of which the newest backup is kept.")] = 4
    monthly: Annotated[int, Meta(ge=0, le=240, description="Months of which the newest backup is kept.")] = 12
