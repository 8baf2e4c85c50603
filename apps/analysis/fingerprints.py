"""What makes a suggestion the same one in a later run. Pure: no Django here."""

import hashlib


def fingerprint(entry: str, target: str) -> str:
    """Of an entry's slug and the id of what it is about."""
    return hashlib.sha256(f"{entry}\0{target}".encode()).hexdigest()[:32]
