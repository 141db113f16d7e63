"""Bytes of a text file as lines, whatever wrote it: UTF-8, UTF-16, Windows-1252, or a mixture of them.

Invariant: pure, never raises; what had to be guessed or left out is said in a note.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_END = re.compile(rb"\r\n|\n|\r")


def lines_of(data: bytes) -> tuple[list[str], list[str]]:
    """(lines with their ends, notes)."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            if codec == "utf-8":
                return _by_line(data[len(mark) :])
            return _split(data.decode(codec, "replace")), [f"The file was in {name} and has been read as such."]
    if wide := _unmarked_wide(data[:2_000]):
        return _split(data.decode(wide, "replace")), ["The file was in UTF-16 and has been read as such."]
    return _by_line(data)


def _unmarked_wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain text is nothing."""
    if len(head) < 4:
        return ""
    half = len(head) // 2
    if head[1::2].count(0) > 0.4 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.4 * half and head[1::2].count(0) < 0.1 * half else ""


def _by_line(data: bytes) -> tuple[list[str], list[str]]:
    notes = []
    if nothing := data.count(b"\0"):
        data = data.replace(b"\0", b"")
        notes.append(f"{nothing:,} empty (NUL) letters were left out.")
    try:
        return _split(data.decode("utf-8")), notes
    except UnicodeDecodeError:
        pass
    lines, old = [], 0
    for line in _END.sub(lambda end: end[0][:-1] + b"\n" if end[0].endswith(b"\n") else b"\n", data).splitlines(True):
        text, strange = _decoded(line)
        lines.append(text)
        old += strange
    notes.append(f"{old:,} {'line was' if old == 1 else 'lines were'} not in UTF-8 and read as Windows-1252.")
    return lines, notes


def _decoded(line: bytes) -> tuple[str, bool]:
    try:
        return line.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252"), True
    except UnicodeDecodeError:
        return line.decode("latin-1"), True


def _split(text: str) -> list[str]:
    """Lines at line feeds alone (and at bare carriage returns, as old Macs wrote): other breaks belong to cells."""
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    found = text.split("\n")
    lines = [line + "\n" for line in found[:-1]]
    return [*lines, found[-1]] if found[-1] else lines
