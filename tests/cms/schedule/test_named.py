"""Days and months in the reader's language, while what reads English goes on reading it."""

from django.utils import translation

from cms.schedule.named import day_name, month_name
from cms.schedule.names import DAY_NAMES, MONTH_NAMES


def test_english_names_are_those_that_are_read() -> None:
    assert tuple(day_name(place) for place in range(7)) == DAY_NAMES
    assert tuple(month_name(month) for month in range(1, 13)) == MONTH_NAMES


def test_a_reader_of_welsh_has_names_in_welsh() -> None:
    with translation.override("cy"):
        assert (day_name(0), month_name(1)) == ("Dydd Llun", "Ionawr")
        assert DAY_NAMES[0] == "Monday"
