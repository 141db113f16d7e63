"""Fixed-size rows of a packed file, read where they lie on disk.

Invariant: nothing is copied at start; the operating system brings in only the pages that a look-up touches, and shares
them between the processes of one machine.
"""

import mmap
import struct
from pathlib import Path


class DamagedTableError(RuntimeError):
    """A packed file is missing or has the wrong length. The message says how to put it right."""


def open_bytes(path: Path) -> mmap.mmap:
    """The file as read-only bytes in memory. Raises DamagedTableError when it is missing or empty."""
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise DamagedTableError(f"{path} cannot be read. Take it from the repository again.") from error


class Records:
    """Rows of one struct format. A row whose first field is a key can be found by it."""

    def __init__(self, path: Path, layout: str) -> None:
        self.bytes = open_bytes(path)
        self._row = struct.Struct(layout)
        self._count, rest = divmod(len(self.bytes), self._row.size)
        if rest:
            raise DamagedTableError(f"{path} has the wrong length. Take it from the repository again.")

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: int) -> tuple:
        return self._row.unpack_from(self.bytes, at * self._row.size)

    def find(self, key: bytes) -> int | None:
        """The number of the first row whose key starts with `key`, or None."""
        size, width, low, high = self._row.size, len(key), 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self.bytes[middle * size : middle * size + width] < key:
                low = middle + 1
            else:
                high = middle
        return low if low < self._count and self.bytes[low * size : low * size + width] == key else None
