"""The council's colours as a stylesheet over the tokens of `connector.css`.

Invariant: pure; only tokens are set, and in forced colours the reader's own win (they are set with more weight there).
"""

from connector.council.colours import Shade, band, links


def stylesheet(*, band_colour: str, link_colour: str) -> str:
    """CSS for these colours as #RRGGBB; an empty one stays as the product has it. Raises NotReadable."""
    day: dict[str, str] = {}
    night: dict[str, str] = {}
    if band_colour:
        _set(day, night, "--deep", band(band_colour))
    if link_colour:
        shade = links(link_colour)
        _set(day, night, "--indigo", shade)
        _set(day, night, "--indigo-press", Shade(shade.pressed, shade.night_pressed, "", ""))
    if not day:
        return ""
    dark = _tokens(night)
    return (
        f":root{{{_tokens(day)}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
    )


def _set(day: dict[str, str], night: dict[str, str], token: str, shade: Shade) -> None:
    day[token], night[token] = shade.day, shade.night


def _tokens(values: dict[str, str]) -> str:
    return ";".join(f"{token}:{value}" for token, value in values.items())
