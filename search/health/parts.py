"""The name under which others show staff how they do, on the page that tells how search does (`cms.page_parts`)."""

from typing import Final

HEALTH_PAGE: Final = "How it is doing"
