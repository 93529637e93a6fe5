"""What this machine writes to patrons and to the desk, and through which server."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class MailSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The mail server through which the library writes to patrons."""

    host: Annotated[str, Meta(description="Name of the SMTP server. Empty: no mail is sent.")] = ""
    port: Annotated[int, Meta(ge=1, le=65535, description="Its port.")] = 587
    security: Annotated[
        Literal["starttls", "tls", "none"],
        Meta(description='"starttls", "tls" from the first byte (port 465), or "none" within the house.'),
    ] = "starttls"
    sender: Annotated[str, Meta(description='From whom: "Town Library <desk@library.example>".')] = ""
    user: Annotated[str, Meta(description="Name for signing in there, if it asks for one.")] = ""
    password_file: Annotated[
        str, Meta(description="File with the password; or set KIOSK_MAIL_PASSWORD in the environment.")
    ] = ""
    ca_file: Annotated[
        str, Meta(description="Certificates to be trusted, where the server's is of the house's own making.")
    ] = ""
    seconds: Annotated[float, Meta(gt=0, le=300, description="How long it may keep us waiting.")] = 20.0

    @property
    def is_set(self) -> bool:
        """Whether this machine sends mail at all."""
        return bool(self.host.strip() and self.sender.strip())


class NoticeSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What the nightly job of this machine writes to patrons."""

    courtesy_days: Annotated[
        int, Meta(ge=0, le=60, description="A reminder so many days before something is due; 0: none.")
    ] = 3
    overdue_days: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=365)], ...],
        Meta(max_length=3, description="Notices so many days after it was due, at most three, rising."),
    ] = (1, 8, 15)

    def __post_init__(self) -> None:
        if list(self.overdue_days) != sorted(set(self.overdue_days)):
            raise ValueError("overdue_days must rise")


class HelpSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Who is told when somebody touches the help button of this kiosk."""

    email: Annotated[
        str,
        Meta(
            pattern=r"^$|^[^@\s]+@[^@\s]+$",
            description="Calls for help are written here at once, where mail is sent. Empty: not written.",
        ),
    ] = ""
