"""The name under which the command line's acts are audited."""


def system_user() -> str:
    """Return the name of the system's user, or one that says that there is none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
