"""The council's colours as a stylesheet over the tokens of `connector.css`.

Invariant: pure; only tokens are set, and in forced colours the reader's own win (they are set with more weight there).
"""

from functools import lru_cache

from connector.council.colours import Shade, band, links


@lru_cache(maxsize=8)
def stylesheet(*, band_colour: str, link_colour: str) -> str:
    """CSS for these colours as #RRGGBB; an empty one stays as the product has it. Raises NotReadable.

    Kept, since every page asks for the address that stands for it.
    """
    shades: dict[str, Shade] = {}
    if band_colour:
        shades["--deep"] = band(band_colour)
    if link_colour:
        shades["--indigo"], shades["--indigo-press"] = links(link_colour)
    if not shades:
        return ""
    day = ";".join(f"{token}:{shade.day}" for token, shade in shades.items())
    night = ";".join(f"{token}:{shade.night}" for token, shade in shades.items())
    return (
        f":root{{{day}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{night}}}}}\n"
        f":root[data-theme=dark]{{{night}}}\n"
    )
