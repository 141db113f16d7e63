"""What somebody has answered about a listing and not sent yet, as it is kept in their session.

Invariant: only the answers are kept, never the rest of a time, so that they can be laid upon whatever the listing says
by then. `loaded(stored(pending))` is the same; what cannot be read back is as if nothing had been answered. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any, Final

from cms.selfservice.steps import Time, changed

Answers = Mapping[str, Any]
"""Names and values of a `Time`."""


@dataclass(frozen=True, slots=True)
class Pending:
    """`base`: which version of the listing was looked at. `times`: answers by key of the time; None is "it stopped".
    `mine`: the number is their own. `said`: words by the name of the asset's field. `place`: its name and postcode."""

    base: int = 0
    times: Mapping[str, Answers | None] = field(default_factory=dict)
    room: str | None = None
    phone: str | None = None
    mine: bool = False
    said: Mapping[str, str] = field(default_factory=dict)
    place: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        """Whether anything was answered."""
        plain = (self.room, self.phone, self.place)
        return bool(self.times or self.said) or any(answer is not None for answer in plain)


def answered(pending: Pending, key: str, answers: Answers | None) -> Pending:
    """With these answers about one time added to those before; None when it stopped."""
    before = pending.times.get(key) or {}
    return replace(pending, times={**pending.times, key: None if answers is None else {**before, **answers}})


def laid_upon(pending: Pending, times: Mapping[str, Time], today: date, new: str) -> dict[str, Time]:
    """The times as they would be. Answers about one that is gone fall away; `new` is the key of one that is added."""
    found = dict(times)
    for key, answers in pending.times.items():
        if answers is None:
            found.pop(key, None)
        elif key in found or key == new:
            found[key] = changed(found.get(key, Time()), answers, today)
    return found


def stored(pending: Pending) -> dict[str, Any]:
    """As JSON values."""
    times = {key: None if said is None else _stored(said) for key, said in pending.times.items()}
    plain = {name: getattr(pending, name) for name in ("base", "room", "phone", "mine")}
    place = None if pending.place is None else list(pending.place)
    return {**plain, "times": times, "said": dict(pending.said), "place": place}


def loaded(kept: Any) -> Pending:
    """Back from JSON values."""
    try:
        times = {key: None if said is None else _loaded(said) for key, said in kept["times"].items()}
        place = kept.get("place")
        return Pending(
            base=int(kept["base"]),
            times=times,
            room=kept["room"],
            phone=kept["phone"],
            mine=bool(kept.get("mine")),
            said=dict(kept.get("said") or {}),
            place=None if place is None else (str(place[0]), str(place[1])),
        )
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return Pending()


def _stored(answers: Answers) -> dict[str, Any]:
    return {name: _WRITE.get(name, _same)(value) for name, value in answers.items() if name in _NAMES}


def _loaded(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _READ.get(name, _same)(value) for name, value in answers.items() if name in _NAMES}


def _same(value: Any) -> Any:
    return value


def _write_moment(moment: date | time | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _read_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _read_time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _write_dates(days: frozenset[date]) -> list[str]:
    return sorted(day.isoformat() for day in days)


def _read_dates(texts: list[str]) -> frozenset[date]:
    return frozenset(date.fromisoformat(text) for text in texts)


_NAMES: Final = frozenset(Time.__dataclass_fields__)
_WRITE: Final[Mapping[str, Callable[[Any], Any]]] = {
    **dict.fromkeys(("days", "weeks_of_month"), list),
    **dict.fromkeys(("first", "until", "start", "end"), _write_moment),
    **dict.fromkeys(("closed", "extra"), _write_dates),
    "cancelled": lambda days: {day.isoformat(): why for day, why in days.items()},
}
_READ: Final[Mapping[str, Callable[[Any], Any]]] = {
    **dict.fromkeys(("days", "weeks_of_month"), tuple),
    **dict.fromkeys(("first", "until"), _read_date),
    **dict.fromkeys(("start", "end"), _read_time),
    **dict.fromkeys(("closed", "extra"), _read_dates),
    "cancelled": lambda days: {date.fromisoformat(text): why for text, why in days.items()},
}
