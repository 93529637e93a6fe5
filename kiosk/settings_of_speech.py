"""The voice of this machine, who hears it, and the keys of those who do not see the screen."""

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
    narration: Annotated[
        bool,
        Meta(
            description="Whether whoever cannot see the screen is told all of it, from one key or from the "
            "moment headphones are plugged in."
        ),
    ] = True
    socket: Annotated[
        str,
        Meta(
            max_length=200,
            description='What tells that headphones are plugged in: "auto" finds that of the sound card; '
            'a path such as "/dev/input/event7" names it. Empty: nothing does.',
        ),
    ] = "auto"
    curtain: Annotated[
        bool,
        Meta(description="Whether the screen goes dark by itself when headphones are plugged in."),
    ] = False


Key = Annotated[
    str,
    Meta(
        pattern=r"^(F([1-9]|[12]\d|3[0-5])|Return|Enter|Escape|Backspace|Tab|Home|End|Insert|Delete|PageUp"
        r"|PageDown|Pause|ScrollLock|Help|Back|Select|VolumeUp|VolumeDown|VolumeMute)$"
    ),
]


class KeypadSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What the keys of a tactile keypad do, which types like a keyboard; arrows are arrows."""

    ok: Annotated[tuple[Key, ...], Meta(description="Chooses what has the focus.")] = ("Select",)
    back: Annotated[
        tuple[Key, ...], Meta(description="Leads back; Backspace does so where it deletes nothing.")
    ] = ("Escape", "Back", "Backspace", "F23")
    help: Annotated[tuple[Key, ...], Meta(description="Says what the keys do.")] = ("F1", "Help")
    speech: Annotated[tuple[Key, ...], Meta(description="Begins and ends speaking.")] = ("F2",)
    repeat: Annotated[tuple[Key, ...], Meta(description="Says the last words again.")] = ("F3",)
    page: Annotated[tuple[Key, ...], Meta(description="Reads the whole screen from its top.")] = ("F4",)
    quieter: Annotated[tuple[Key, ...], Meta(description="Speaks more quietly.")] = ("F5", "VolumeDown")
    louder: Annotated[tuple[Key, ...], Meta(description="Speaks louder.")] = ("F6", "VolumeUp")
    slower: Annotated[tuple[Key, ...], Meta(description="Speaks more slowly.")] = ("F7",)
    faster: Annotated[tuple[Key, ...], Meta(description="Speaks faster.")] = ("F8",)
    curtain: Annotated[tuple[Key, ...], Meta(description="Darkens the screen, and shows it again.")] = ("F9",)
    large_text: Annotated[tuple[Key, ...], Meta(description="Makes all words large, and usual again.")] = (
        "F10",
    )
    contrast: Annotated[
        tuple[Key, ...], Meta(description="Takes the colours of high contrast, or usual.")
    ] = ("F12",)
    dark: Annotated[tuple[Key, ...], Meta(description="Takes the dark colours, or usual.")] = ("PageDown",)
    reduced_motion: Annotated[tuple[Key, ...], Meta(description="Lets nothing move, and move again.")] = (
        "ScrollLock",
    )
    low_reach: Annotated[
        tuple[Key, ...], Meta(description="Puts all there is to touch low down, and back.")
    ] = ("Pause",)
    language: Annotated[tuple[Key, ...], Meta(description="Takes the library's next language.")] = ("Insert",)
    plugged: Annotated[
        tuple[Key, ...], Meta(description="Sent by a keypad with a socket when headphones are plugged in.")
    ] = ("F15",)
    unplugged: Annotated[
        tuple[Key, ...], Meta(description="Sent by a keypad with a socket when headphones are pulled out.")
    ] = ("F16",)
