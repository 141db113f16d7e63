"""What a listing's own page asks its group of its website and its number."""

from typing import Any

from django.http import HttpRequest

from cms.models import Asset, Contact
from connector.websites.deciding import TOLD_AFTER
from connector.websites.models import Website
from connector.websites.numbers import why_not


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`doubts`: sentences on what seems to be wrong, with the question whether it is."""
    row = Website.objects.filter(asset=asset, url=asset.url, failed_days__gte=TOLD_AFTER).first()
    website = (
        [f"We looked for your website on {row.failed_days} days. {row.trouble} Is {row.url} still yours?"]
        if row
        else []
    )
    numbers = Contact.objects.filter(asset=asset, visibility=Contact.Visibility.PUBLIC).values_list("phone", flat=True)
    return {"doubts": website + [f"{why} Is it written right?" for each in numbers if (why := why_not(each))]}
