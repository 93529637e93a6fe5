"""The locked front of this machine: what keeps it alive, and its screen when nobody is there."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class FrontSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What nobody but staff may leave."""

    locked: Annotated[
        bool, Meta(description="Whether the fullscreen app holds the screen and closes for staff alone.")
    ] = True
    hang_seconds: Annotated[
        float,
        Meta(ge=1, le=60, description="kiosk guard starts an app anew that gives no sign of life so long."),
    ] = 2.0
    screen_off: Annotated[
        Literal["never", "closed"],
        Meta(description='"closed": the screen goes dark while the branch is closed; a touch wakes it.'),
    ] = "never"
    off_command: Annotated[
        str,
        Meta(
            description='Command that also switches the screen off, such as "xset dpms force off" or '
            "\"wlopm --off '*'\". Empty: it is only painted black."
        ),
    ] = ""
    on_command: Annotated[str, Meta(description="Command that switches it on again.")] = ""
