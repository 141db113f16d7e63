"""Invented directories of five shapes, as councils export them: files written into a folder.

Nothing in them is anybody's: names of the demonstration's town, telephone numbers of drama.
"""

import csv
import io
import uuid
from collections.abc import Iterable, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Cells = Iterable[Sequence[Any]]


def delimited(path: Path, rows: Cells, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Rows as a text file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def open_referral(folder: Path) -> Path:
    """Tables with long ids, as Open Referral UK has them."""
    folder.mkdir()

    def key(name: str) -> str:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, name))

    tables: dict[str, Cells] = {
        "organizations": [["id", "name", "description", "url"], [key("o1"), "Brindle Arts", "Arts for all", ""]],
        "services": [
            ["id", "organization_id", "name", "description", "status", "fees", "assured_date"],
            [key("s1"), key("o1"), "Sewing circle", "Come and stitch. All welcome.", "active", "", "2026-01-01"],
            [key("s2"), key("o1"), "Toddler music", "Songs for little ones.", "active", "Free", "2026-01-01"],
            [key("s3"), key("o1"), "Weaving class", "It has ended.", "inactive", "", "2026-01-01"],
        ],
        "locations": [
            ["id", "name", "latitude", "longitude"],
            [key("l1"), "Weavers Hall", "53.7354", "-2.0462"],
            [key("l2"), "St Oswin's Hall", "53.74", "-2.05"],
        ],
        "physical_addresses": [
            ["id", "location_id", "address_1", "city", "postal_code", "country"],
            [key("a1"), key("l1"), "1 Loom Street", "Tenterclough", "ZM1 2SA", "GB"],
            [key("a2"), key("l2"), "Church Lane", "Tenterclough", "ZM1 2SB", "GB"],
        ],
        "service_at_locations": [
            ["id", "service_id", "location_id"],
            [key("x1"), key("s1"), key("l1")],
            [key("x2"), key("s1"), key("l2")],
            [key("x3"), key("s2"), key("l2")],
        ],
        "schedules": [
            ["id", "service_id", "service_at_location_id", "opens_at", "closes_at", "freq", "interval", "byday",
             "description"],
            [key("t1"), "", key("x1"), "10:00", "12:00", "WEEKLY", "1", "TU", ""],
            [key("t2"), "", key("x2"), "18:30", "20:00", "WEEKLY", "", "TH", ""],
            [key("t3"), key("s2"), "", "09:30", "11:00", "WEEKLY", "1", "MO,WE", "term time"],
        ],
        "contacts": [["id", "service_id", "name", "title"], [key("c1"), key("s1"), "Jean Okafor", "Leader"]],
        "phones": [["id", "contact_id", "number"], [key("p1"), key("c1"), "01632 960111"]],
        "cost_options": [
            ["id", "service_id", "option", "amount", "amount_description"],
            [key("m1"), key("s1"), "Adult", "3.50", "per session"],
            [key("m2"), key("s1"), "Concession", "2", "per session"],
        ],
        "taxonomies": [["id", "name", "vocabulary"], [key("k1"), "Crafts", "ours"]],
        "service_taxonomies": [["id", "service_id", "taxonomy_id"], [key("y1"), key("s1"), key("k1")]],
        "eligibilities": [["id", "service_id", "minimum_age", "maximum_age"], [key("e1"), key("s2"), "0", "4"]],
        "accessibility_for_disabilities": [
            ["id", "location_id", "accessibility"], [key("w1"), key("l1"), "Wheelchair access, accessible toilet"],
        ],
        "reviews": [["id", "service_id", "score"], [key("r1"), key("s1"), "5"]],
    }  # fmt: skip
    for name, rows in tables.items():
        delimited(folder / f"{name}.csv", rows)
    return folder


def community_directory(folder: Path) -> Path:
    """One table of an old database: Windows-1252, a title above, one organisation a row."""
    return delimited(folder / "community.csv", [
        ["Tenterclough Community Directory"], ["Exported 12/11/2026"] + [""] * 11, [],
        ["Organisation Name", "Venue", "Address 1", "Town", "Post Code", "Tel", "Email", "Web", "Day/time", "Cost",
         "Age range", "Description"],
        ["Brindle Café Club", "Weavers Hall", "1 Loom St", "Tenterclough", "ZM1 2SA", "01632 960111",
         "tea@brindle.example", "www.brindle.example", "Mon, Wed & Fri 9:30–11", "£2.50 per session", "50+",
         "Tea – and talk."],
        ["Loom Society", "St Oswin's", "Church Lane", "Tenterclough", "ZM12SB", "01632960112 / 01632 960113", "", "",
         "1st Thursday of the month 2pm", "Free", "All ages", "Weaving for everybody."],
        ["Walkers", "", "", "", "", "", "walk@x.example", "", "Varies, ring first", "Donations welcome", "Adults",
         "Slow."],
    ], encoding="cp1252")  # fmt: skip


def family_services(folder: Path) -> Path:
    """One wide table of a family information service: a column for each day, yes and no, degrees changed over."""
    return delimited(folder / "family.csv", [
        ["Record ID", "Provider Name", "Service Name", "Service Type", "Service Description", "Age From", "Age To",
         "Wheelchair access (Y/N)", "Accessible toilet", "Monday Open", "Monday Close", "Tuesday Open", "Tuesday Close",
         "Contact Name", "Contact Telephone", "Contact Address", "Venue Name", "Venue Street", "Venue Postcode",
         "Latitude", "Longitude", "Term Time Only", "Last Updated"],
        ["1001", "Little Steps", "Stay and Play", "Parent and toddler group", "Play.", "0", "4", "Yes", "Yes", "09:30",
         "11:30", "", "", "Mrs Jean Okafor", "1632960114", "4 Carder Street", "Family Hub", "3 Mill Road", "ZM1 2SA",
         "-2.0462", "53.7354", "Yes", "01/02/2026"],
        ["1002", "Little Steps", "Baby Massage", "Class", "For babies.", "0", "1", "No", "Partial", "", "", "13:00",
         "14:00", "", "01632 960114", "", "Family Hub", "3 Mill Road", "ZM1 2SA", "-2.0462", "53.7354",
         "No", "01/02/2026"],
    ], delimiter=";")  # fmt: skip


def workbook(folder: Path) -> Path:
    """A workbook: a title, two rows of headings with merged cells, numbers as keys, times as Excel keeps them."""
    book = Workbook()
    groups = book.active
    assert groups is not None
    groups.title = "Groups"
    for row in (
        ["Groups 2026"], [],
        ["Group Ref", "Group Name", "About", "Venue Ref", "Category", "Monday", None, "Wednesday", None],
        [None, None, None, None, None, "Open", "Close", "Open", "Close"],
        [1, "Sewing Bee", "We sew quilts.", 10, "Crafts", time(10), time(12), None, None],
        [2, "Chess Club", "Chess for all.", 11, "Games", None, None, time(19), time(21, 30)],
        [3, "Both Halls", "Here and there.", 10, "Games; Crafts", None, None, None, None],
    ):  # fmt: skip
        groups.append(row)
    groups.merge_cells("F3:G3")
    groups.merge_cells("H3:I3")
    venues = book.create_sheet("Venues")
    for row in (["Venue Ref", "Venue", "Street", "Postcode", "Step free?"],
                [10, "Weavers Hall", "1 Loom Street", "ZM1 2SA", "Y"],
                [11, "Library", "Market Place", "ZM1 2SB", "N"]):  # fmt: skip
        venues.append(row)
    sessions = book.create_sheet("Sessions")
    for row in (["Group Ref", "Day", "Start", "Finish", "Start date"],
                [3, "Friday", time(13, 30), time(15), date(2026, 1, 9)],
                [3, "Saturday", 0.4375, 0.5, None]):  # fmt: skip
        sessions.append(row)
    book.create_sheet("Read me").append(["This workbook was made by the council."])
    path = folder / "groups.xlsx"
    book.save(path)
    return path


def by_names(folder: Path) -> Path:
    """Tables without any ids: venues and providers are named."""
    folder.mkdir()
    delimited(folder / "activities.csv", [
        ["Activity", "Run by", "Where", "When", "Price", "Suitable for", "Who to contact"],
        ["Pottery", "Brindle Arts", "Weavers Hall", "Tuesdays 10am-12noon term time only", "£5 (£3 concessions)",
         "Adults 18+", "Jean on 01632 960118 or jean@x.example"],
        ["Life drawing", "Brindle Arts", "Library", "Every other Monday 7pm", "£8", "Adults", "01632 960119"],
        ["Bingo", "St Oswin's Club", "Somewhere Else", "Fridays 2-4", "50p a game", "Over 60s", "Just turn up"],
        ["Tea", "St Oswin's Club", "Weavers Hall", "", "", "", ""],
    ])  # fmt: skip
    delimited(folder / "venues.csv", [
        ["Name", "Address", "Post code", "Wheelchair access", "Parking"],
        ["Weavers Hall", "1 Loom Street, Tenterclough", "ZM1 2SA", "Yes", "On street"],
        ["Library", "Market Place, Tenterclough", "ZM1 2SB", "Yes - ramp at the side", "No"],
    ])  # fmt: skip
    delimited(folder / "providers.csv", [
        ["Provider", "Web site", "Telephone"], ["Brindle Arts", "brindle.example.org", "01632 960120"],
        ["St Oswin's Club", "", ""],
    ])  # fmt: skip
    return folder


def unknown_headings(folder: Path) -> Path:
    """Headings that nobody has seen before: the cells have to tell. Tabs between them."""
    return delimited(folder / "odd.tsv", [
        ["Ref", "What's it called", "Whither", "Thing 5", "Ring", "Write", "Blurb", "Wk"],
        ["A1", "Tea and Tunes", "Weavers Hall, Loom Street", "ZM1 2SA", "01632 960115", "t@x.example",
         "Old songs, new friends and a cup of tea in a warm room for anybody who likes music.", "Tuesdays"],
        ["A2", "Chess Corner", "Library, 2 Market Place", "ZM1 2SB", "01632 960116", "c@x.example",
         "Sit down and play a game with somebody, beginners are shown how and nobody minds.", "Thursdays"],
        ["A3", "Dig In", "Allotment 4, Mill Lane", "ZM1 2SA", "01632 960117", "d@x.example",
         "Grow beans and potatoes together, with tools to borrow and a hut to sit in when it rains.", "Saturdays"],
    ], delimiter="\t")  # fmt: skip


def short_headings(folder: Path) -> Path:
    """Tables of a database whose columns are named in short, with numbers as keys."""
    folder.mkdir()
    tables: dict[str, Cells] = {
        "organisation": [["OrgID", "OrgName", "OrgDesc", "OrgTel"], ["100", "Brindle Arts", "Arts", "01632 960140"]],
        "service": [
            ["ServiceID", "OrgID", "LocID", "ServiceName", "ServiceDesc", "Fees", "Elig"],
            ["1", "100", "7", "Paint Club", "Paint with us.", "£3", "Adults"],
            ["2", "100", "8", "Clay", "Clay.", "", ""],
        ],
        "location": [
            ["LocID", "LocName", "Addr1", "Addr2", "Postcode", "Lat", "Long"],
            ["7", "Weavers Hall", "1 Loom Street", "Tenterclough", "ZM1 2SA", "53.73", "-2.04"],
            ["8", "Mill", "2 Mill Lane", "Tenterclough", "ZM1 2SB", "53.74", "-2.05"],
        ],
        "times": [
            ["ServiceID", "DayName", "FromTime", "ToTime"],
            ["1", "Monday", "10:00", "12:00"], ["1", "Thursday", "14:00", "16:00"],
        ],
        "categories": [["ServiceID", "Category"], ["1", "Art"], ["1", "Craft"]],
    }  # fmt: skip
    for name, rows in tables.items():
        delimited(folder / f"{name}.csv", rows)
    return folder


def voluntary_sector(folder: Path) -> Path:
    """A list of a voluntary sector's office: where they get their post is no place to go to."""
    return delimited(folder / "vcs.csv", [
        ["Organisation", "Charity Number", "Main Activity", "Brief Description of Services", "Contact 1 Name",
         "Contact 1 Phone", "Contact 2 Phone",
         "Mailing Address", "Meeting Venue", "Meeting Venue Postcode", "Meeting Days & Times",
         "Beneficiary Group", "Hearing Loop"],
        ["Brindle Knitters", "1234567", "Crafts", "Knit together.", "Ann Bell", "01632 960130", "01632 960131",
         "4 Carder Street, ZM1 2SC", "Weavers Hall", "ZM1 2SA", "Wednesdays 2pm-4pm", "Everyone", "N"],
        ["Sunrise Walkers", "", "Walking", "A walk each week.", "Cat", "01632 960132", "", "", "Mill Lane car park",
         "ZM1 2SB", "Every Saturday at 10am, meet at the gate", "Over 50s", ""],
    ])  # fmt: skip
