"""What it is like there, whom it is for, whether there is room and what happens the first time, in sentences.

Invariant: pure; nothing said gives no words, and a limit is never told without its reason where there is one.
"""

from typing import Final

from cms.wording import room_words

_LEVEL: Final = {
    "everybody": "Come whatever you know already.",
    "beginners": "Right for beginners.",
    "some": "It helps to have done a little.",
    "skilled": "For people who know it well.",
}
_MOOD: Final = {"quiet": "It is quiet.", "lively": "It is lively.", "both": "Quiet and lively by turns."}


def sentence(words: str) -> str:
    """With its full stop, unless it ends already."""
    words = words.strip()
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def only_for(whom: str, why: str) -> str:
    """ "Only for women. Many of us would not come to a mixed class." `whom`: in words, empty for everybody."""
    return " ".join(filter(None, [f"Only for {whom}." if whom else "", sentence(why) if whom else ""]))


def usual(least: int | None, most: int | None) -> str:
    """ "About 9 people usually.", "Usually 10 to 12 people.", "Up to 12 people."."""
    if least and most and least != most:
        return f"Usually {least} to {most} people."
    if least and most:
        return f"About {least} people usually."
    if least:
        return f"Usually {least} people or more."
    return f"Up to {most} people." if most else ""


def like(level: str, least: int | None, most: int | None, mood: str) -> str:
    """What it is like there, in one line."""
    return " ".join(filter(None, [_LEVEL.get(level, ""), usual(least, most), _MOOD.get(mood, "")]))


def room_line(room: str, wait: str, how: str) -> str:
    """Whether somebody new can come, and while there is a list how long it is and how to get on it."""
    said = room_words(room)
    if room != "waiting":
        return sentence(said)
    long = f"The wait: {sentence(wait)}" if wait.strip() else ""
    return " ".join(filter(None, [sentence(said), long, sentence(how)]))


def how_to_come(coming: str, new_a_month: int | None, cannot_do: str) -> tuple[str, ...]:
    """How a group likes people to come: "Just turn up.", "They can take about 2 new people a month.", its limits."""
    said = {"turn_up": "Just turn up.", "ask_first": "Ask first, then come."}.get(coming, "")
    people = "person" if new_a_month == 1 else "people"
    limit = f"They can take about {new_a_month} new {people} a month." if new_a_month else ""
    return tuple(filter(None, [said, limit, sentence(cannot_do)]))


def safeguarding(at_risk: str, lead: str, policy: str) -> tuple[str, ...]:
    """What workers read where children or adults at risk come; nobody's word is never taken for yes."""
    whom = {"children": "children", "adults": "adults at risk", "both": "children and adults at risk"}.get(at_risk)
    if whom is None:
        return ()
    written = {"yes": "They have a safeguarding policy.", "no": "They have no safeguarding policy."}
    return (
        f"This is for {whom}.",
        f"Safeguarding lead: {sentence(lead) or 'not known.'}",
        written.get(policy, "Safeguarding policy: not known."),
    )


def safeguarding_unknown(at_risk: str, lead: str, policy: str) -> bool:
    """Whether children or adults at risk come, and nobody said who looks after it, or whether there is a policy."""
    return at_risk not in ("", "neither") and not (lead and policy)


def first_steps(happens: str, greeting: str, greeter: str, ring: str, cost: str) -> tuple[str, ...]:
    """What happens the first time, step by step: as the group tells it, or else from what is known of who meets people.

    `happens`: one thing a line; `greeting`: who meets them, as a sentence; `ring`: whom to ring before; `cost`: as on a
    card. Nothing where the group tells nothing and nobody is named.
    """
    told = [sentence(line) for line in happens.splitlines() if line.strip()]
    if told:
        named = not greeter or any(greeter in line for line in told)
        return tuple(told if named else [greeting, *told])
    if not greeting:
        return ()
    pays = f"It costs {cost[:1].lower()}{cost[1:]}." if cost[:1] in {"£", *"0123456789"} else ""
    return tuple(filter(None, [ring, greeting, pays]))
