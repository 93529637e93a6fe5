"""The voice of this machine: what speaks, how fast and how loud, and who hears it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class SpeechSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What reads aloud."""

    kind: Annotated[
        Literal["espeak-ng", "none", "simulated"],
        Meta(
            description='"espeak-ng": by the program of that name, where it is installed; "none"; '
            '"simulated" is never heard.'
        ),
    ] = "espeak-ng"
    device: Annotated[
        str,
        Meta(
            max_length=200,
            description='Where the sound goes, as ALSA names it, such as "plughw:1,0". Empty: as usual.',
        ),
    ] = ""
    rate: Annotated[int, Meta(ge=80, le=400, description="How fast: words a minute.")] = 160
    volume: Annotated[
        int, Meta(ge=10, le=200, description="How loud, in percent of what is usual for the voice.")
    ] = 100
    headphones: Annotated[
        bool,
        Meta(
            description="Whether the sound goes to headphones and not into the room: only then is read aloud "
            "what tells of somebody's own account."
        ),
    ] = False
