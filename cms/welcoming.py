"""What it is like there, whom it is for, whether there is room and what happens the first time, in sentences.

Invariant: pure; nothing said gives no words, and a limit is never told without its reason where there is one.
"""

from collections.abc import Mapping
from typing import Final

from cms.tongue import gettext, gettext_noop, ngettext
from cms.wording import room_words

_LEVEL: Final = {
    "everybody": gettext_noop("Come whatever you know already."),
    "beginners": gettext_noop("Right for beginners."),
    "some": gettext_noop("It helps to have done a little."),
    "skilled": gettext_noop("For people who know it well."),
}
_MOOD: Final = {
    "quiet": gettext_noop("It is quiet."),
    "lively": gettext_noop("It is lively."),
    "both": gettext_noop("Quiet and lively by turns."),
}
_AT_RISK: Final = {
    "children": gettext_noop("This is for children."),
    "adults": gettext_noop("This is for adults at risk."),
    "both": gettext_noop("This is for children and adults at risk."),
}
_POLICY: Final = {
    "yes": gettext_noop("They have a safeguarding policy."),
    "no": gettext_noop("They have no safeguarding policy."),
    "": gettext_noop("Safeguarding policy: not known."),
}


def sentence(words: str) -> str:
    """With its full stop, unless it ends already."""
    words = words.strip()
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def only_for(whom: str, why: str) -> str:
    """ "Only for women. Many of us would not come to a mixed class." `whom`: in words, empty for everybody."""
    return " ".join(
        filter(None, [gettext("Only for %(whom)s.") % {"whom": whom} if whom else "", sentence(why) if whom else ""])
    )


def usual(least: int | None, most: int | None) -> str:
    """ "About 9 people usually.", "Usually 10 to 12 people.", "Up to 12 people."."""
    if least and most and least != most:
        return ngettext("Usually %(least)d to %(most)d people.", "Usually %(least)d to %(most)d people.", most) % {
            "least": least,
            "most": most,
        }
    if least and most:
        return ngettext("About %(count)d people usually.", "About %(count)d people usually.", least) % {"count": least}
    if least:
        return ngettext("Usually %(count)d people or more.", "Usually %(count)d people or more.", least) % {
            "count": least
        }
    return ngettext("Up to %(count)d people.", "Up to %(count)d people.", most) % {"count": most} if most else ""


def like(level: str, least: int | None, most: int | None, mood: str) -> str:
    """What it is like there, in one line."""
    return " ".join(filter(None, [_told(_LEVEL, level), usual(least, most), _told(_MOOD, mood)]))


def _told(words: Mapping[str, str], code: str) -> str:
    return gettext(words[code]) if code in words else ""


def room_line(room: str, wait: str, how: str) -> str:
    """Whether somebody new can come, and while there is a list how long it is and how to get on it."""
    said = room_words(room)
    if room != "waiting":
        return sentence(said)
    long = gettext("The wait: %(long)s") % {"long": sentence(wait)} if wait.strip() else ""
    return " ".join(filter(None, [sentence(said), long, sentence(how)]))


def how_to_come(coming: str, new_a_month: int | None, cannot_do: str) -> tuple[str, ...]:
    """How a group likes people to come: "Just turn up.", "They can take about 2 new people a month.", its limits."""
    said = {"turn_up": gettext("Just turn up."), "ask_first": gettext("Ask first, then come.")}.get(coming, "")
    limit = _limit(new_a_month) if new_a_month else ""
    return tuple(filter(None, [said, limit, sentence(cannot_do)]))


def _limit(new_a_month: int) -> str:
    words = ngettext(
        "They can take about %(count)d new person a month.",
        "They can take about %(count)d new people a month.",
        new_a_month,
    )
    return words % {"count": new_a_month}


def safeguarding(at_risk: str, lead: str, policy: str) -> tuple[str, ...]:
    """What workers read where children or adults at risk come; nobody's word is never taken for yes."""
    if at_risk not in _AT_RISK:
        return ()
    return (
        gettext(_AT_RISK[at_risk]),
        gettext("Safeguarding lead: %(lead)s") % {"lead": sentence(lead) or gettext("not known.")},
        gettext(_POLICY.get(policy, _POLICY[""])),
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
    pays = (
        gettext("It costs %(cost)s.") % {"cost": f"{cost[:1].lower()}{cost[1:]}"}
        if cost[:1] in {"£", *"0123456789"}
        else ""
    )
    return tuple(filter(None, [ring, greeting, pays]))
