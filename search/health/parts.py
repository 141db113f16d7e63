"""The name under which others show staff how they are doing, on the page that tells how search is (`cms.page_parts`)."""

from typing import Final

HEALTH_PAGE: Final = "How it is doing"
