"""Every page on which a group is looked after, and by whom it is opened.

Invariant: a name in curly brackets is one of what `group_acts.a_groups_pages` gives.
"""

MINE = "/my-listings/{ringers}/"
# Who is signed in, and where.
GROUP_PAGES = (
    ("", "/listings/{ringers}/"),
    ("", "/listings/{ringers}/wrong/"),
    ("", "/listings/{ringers}/look-after/"),
    ("", "/listings/{ringers}/look-after/sent/"),
    ("", "{still_right}"),
    ("", "{did_it_run}"),
    ("", "{people_need_to_know}"),
    ("", "{stop}"),
    ("", "{claim}"),
    ("", "{agree}"),
    ("", "{standing}"),
    ("", "/link/nobody-sent-this/"),
    ("vera", "/my-listings/"),
    ("vera", MINE),
    ("vera", f"{MINE}calendar/"),
    ("vera", f"{MINE}people/"),
    ("vera", f"{MINE}poster/"),
    ("vera", f"{MINE}stopped/"),
    ("vera", f"{MINE}name/"),
    ("vera", f"{MINE}what/"),
    ("vera", f"{MINE}who/"),
    ("vera", f"{MINE}place/"),
    ("vera", f"{MINE}room/"),
    ("vera", f"{MINE}phone/"),
    ("vera", f"{MINE}times/{{time}}/"),
    ("vera", f"{MINE}times/{{time}}/rhythm/"),
    ("vera", f"{MINE}times/{{time}}/days/"),
    ("vera", f"{MINE}times/{{time}}/hours/"),
    ("vera", f"{MINE}times/{{time}}/called-off/"),
    ("vera", f"{MINE}times/{{time}}/not-on/"),
    ("vera", "/list-your-group/kept/{ringers}/coming/"),
    ("vera", "/list-your-group/kept/{ringers}/access/"),
    ("vera", "/list-your-group/kept/{ringers}/first/"),
    ("vera", "/list-your-group/kept/{ringers}/picture/"),
    ("worker", "/listings/{ringers}/"),
    ("connector", "/admin/ring-round/paper/"),
    ("connector", "/list-your-group/asked/{darts}/"),
)
# Within Wagtail's own frame.
ADMIN_GROUP_PAGES = (
    "/admin/ring-round/",
    "/admin/go-and-say-hello/{hello}/",
    "/admin/listings-to-see-to/{task}/",
    "/admin/snippets/stewardship/task/",
    "/admin/snippets/reach/sayhello/",
    "/admin/snippets/claiming/claim/",
    "/admin/snippets/corrections/correction/",
    "/admin/snippets/feeds/feed/",
)
