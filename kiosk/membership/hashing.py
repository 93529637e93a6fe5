"""Secrets kept only as Argon2id hashes, compared in the same time whether there is one or not."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# A hash of nobody's secret, made with the parameters below: what is compared where there is none.
_DECOY = "$argon2id$v=19$m=19456,t=2,p=1$gYT4WCs3C5RfHfThUn9K0g$v7Dye+Frb5h/gF0fz0aul6Mlq8sbtqOGHN6SXkdjpcU"


def _hasher() -> PasswordHasher:
    # At least what OWASP asks of Argon2id: 19 MiB, two passes.
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hashed(secret: str) -> str:
    """Return the hash to be stored; takes tens of milliseconds by design."""
    return _hasher().hash(secret)


def is_behind(stored: str | None, secret: str) -> bool:
    """Return whether the secret is the one behind the stored hash; takes as long where there is none."""
    try:
        right = _hasher().verify(stored or _DECOY, secret)
    except (VerificationError, InvalidHashError):
        return False
    return right and stored is not None
