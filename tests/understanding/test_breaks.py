"""For whom a note says that a break is wanted, as a table."""

import pytest

from search.understanding.breaks import carers_break


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Husband needs a break in the day.", "him"),
        ("She feels a burden on her husband and wants something so that he can have some respite.", "him"),
        ("daughter could do with a breather", "her"),
        ("The family would welcome a break.", "them"),
        ("An hour to himself would do her husband good.", "him"),
        ("Her carer needs a rest.", "them"),
        # The person is the one who cares.
        ("She cares for her husband and needs a break.", ""),
        ("Looks after his mum. No break since March.", ""),
        # No break of a carer.
        ("There was a break-in next door, husband shaken.", ""),
        ("Stops for a coffee break with her sister.", ""),
        ("Would like a break.", ""),
        ("Loves embroidery.", ""),
    ],
)
def test_whose_break(text: str, whom: str) -> None:
    assert carers_break(text) == whom
