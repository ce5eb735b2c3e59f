"""What takes long to make and rarely changes, kept in a folder under what it was made from."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

CORE = Path(__file__).parent.parent
KEPT = 8  # of each name, those used last
SIGN = 32  # bytes that tell whether the others are whole


class Store:
    """Files by the digest of everything that they depend on; nothing is kept without a folder."""

    def __init__(self, folder: Path | None = None):
        self.folder = folder

    def get(self, name: str, depends: str, make: Callable[[], bytes]) -> bytes:
        """The bytes that `make` gave under this name, from the same and by the same code; made now if not kept."""
        if self.folder is None:
            return make()
        path = self.folder / sha256(name.encode()).hexdigest()[:16] / sha256(depends.encode() + code()).hexdigest()
        if (kept := whole(path)) is not None:
            return kept
        made = make()
        with suppress(OSError):  # a full disk, or a folder that is somebody else's: it is made anew the next time
            put(path, made)
        return made


def whole(path: Path) -> bytes | None:
    """What was kept in a file; None where there is none, or half of one."""
    with suppress(OSError):
        content = path.read_bytes()
        if sha256(content[SIGN:]).digest() == content[:SIGN]:
            with suppress(OSError):
                os.utime(path)
            return content[SIGN:]
    return None


def put(path: Path, made: bytes) -> None:
    """Keeps it, in place of what was not used for longest. Raises OSError where it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(f".{os.getpid()}")
    new.write_bytes(sha256(made).digest() + made)
    new.replace(path)  # another process never reads a half
    for old in sorted(path.parent.iterdir(), key=changed_at)[:-KEPT]:
        old.unlink(missing_ok=True)  # or another process took it away


def changed_at(path: Path) -> int:
    """When a file was last written or used; 0 where it is gone."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime_ns
    return 0


@cache
def store_in(folder: Path) -> Store:
    """The store of a folder: one, so that who asked it once may remember what it gave."""
    return Store(folder)


@cache  # what a process has read of it stays
def code() -> bytes:
    """What the core is at present: when each of its modules was last changed."""
    return repr(
        sorted((path.relative_to(CORE).as_posix(), path.stat().st_mtime_ns) for path in CORE.rglob("*.py"))
    ).encode()
