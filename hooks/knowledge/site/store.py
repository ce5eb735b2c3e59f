"""What takes long to make and rarely changes, kept in a folder under what it was made from."""

import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

CORE = Path(__file__).parent.parent


class Store:
    """Files by the digest of everything that they depend on; nothing is kept without a folder."""

    def __init__(self, folder: Path | None = None):
        self.folder = folder

    def get(self, name: str, depends: str, make: Callable[[], bytes]) -> bytes:
        """The bytes that `make` gave under this name, from the same and by the same code; made now if not kept."""
        if self.folder is None:
            return make()
        path = self.folder / sha256(f"{name} {depends}".encode() + code()).hexdigest()
        if not path.is_file():
            self.folder.mkdir(parents=True, exist_ok=True)
            new = path.with_suffix(f".{os.getpid()}")
            new.write_bytes(make())
            new.replace(path)  # another process never reads a half
        return path.read_bytes()


@cache  # what a process has read of it stays
def code() -> bytes:
    """What the core is at present: when each of its modules was last changed."""
    return repr(
        sorted((path.relative_to(CORE).as_posix(), path.stat().st_mtime_ns) for path in CORE.rglob("*.py"))
    ).encode()
