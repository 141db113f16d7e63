"""How a listing's own words begin at the head of its page, and how they go on below."""

import pytest

from cms.wording import begun


@pytest.mark.parametrize(
    ("paragraphs", "begins", "goes_on"),
    [
        ((), "", ()),
        (("One long table. Tea at two.",), "One long table. Tea at two.", ()),
        (("One long table. Tea at two.", "Stay or go."), "One long table. Tea at two.", ("Stay or go.",)),
        (("One long table. " + "X" * 40 + ". Tea.",), "One long table.", ("X" * 40 + ". Tea.",)),
        (("X" * 40 + ". Tea.",), "", ("X" * 40 + ". Tea.",)),
        (("At St Hilda's. Mr. Shah has the key, ask e.g. Tuesdays! Come.",), "At St Hilda's.", None),
        (("“Come in.” It is warm at 10.30 or later, whoever you are and all that.",), "“Come in.”", None),
        (("no full stop here",), "", ("no full stop here",)),
    ],
)
def test_whole_sentences_and_nothing_lost(
    paragraphs: tuple[str, ...], begins: str, goes_on: tuple[str, ...] | None
) -> None:
    found, rest = begun(paragraphs, 30)
    assert found == begins
    assert goes_on is None or rest == goes_on
    assert " ".join(filter(None, (found, *rest))) == " ".join(paragraphs)
