"""What a form shows of an answer that was kept: so that going back shows it as it was given. Pure."""

from collections.abc import Mapping
from typing import Any

from cms.panels.written import write_money


def initial(question: str, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Values of the form's fields. Of a home only its area is known, and shown."""
    if not kept:
        return {}
    if question == "where":
        words = kept.get("words") or ", ".join(filter(None, [kept.get("name", ""), kept.get("label", "")]))
        return {"how": kept["how"], "words": words, "street": kept.get("street", "")}
    if question == "who":
        at_risk = {"both": ["children", "adults"], "neither": []}.get(kept["at_risk"], [kept["at_risk"]])
        return {**kept, "at_risk": at_risk, "amount": write_money(kept["pence"]) if kept["pence"] else ""}
    if question == "ask":
        return {**kept, "answer_given": kept.get("shown_to")}
    return dict(kept)
