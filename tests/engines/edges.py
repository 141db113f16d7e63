"""Documents made by hand, each for one thing that an engine may get wrong.

Invariant: ids are below 1000 (but for one that is very large) and different; names say what the document is for.
"""

from typing import Any

from search.types import DAYS, AssetDocument, Point
from tests.engines.listings import NOW, TODAY, WEEK

MANCHESTER = Point(53.4794, -2.2453)
SALE = Point(53.4246, -2.3222)
STOCKPORT = Point(53.4106, -2.1575)
BURY = Point(53.5933, -2.2966)
BRISTOL = Point(51.4545, -2.5879)
LERWICK = Point(60.1546, -1.1494)
HOUR = 60
LARGE_ID = 2**40 + 7


def document(asset_id: int, name: str, **given: Any) -> AssetDocument:
    """A document with everything else plain: a group, nowhere, at no time."""
    defaults = {"uuid": f"edge-{asset_id}", "kind": "group", "digest": f"edge-{asset_id}"}
    return AssetDocument(asset_id=asset_id, name=name, **(defaults | given))


WORDS = (
    document(1, "Willow weavers", summary="We weave baskets", description="Beginners welcome. Bring gloves."),
    document(2, "Basket weaving", summary="An afternoon of willow"),
    document(3, "Walking football", summary="A gentle game for over fifties", points=(MANCHESTER,)),
    document(4, "Football", description="Walking there takes ten minutes", points=(SALE,)),
    document(5, "Morning walking", summary="Football on the field afterwards"),
    document(6, "Tea", summary="Dance", description="Tea dance to a live band. Dance tea is not a thing."),
    document(7, "Tea dance", organisation="Tea dance"),
    document(8, "Tea", organisation="dance"),
    document(9, "Tea for two, two for tea", summary="tea tea tea tea"),
    document(10, "Café Zoë", summary="Crêpes, naïve art and a smörgåsbord", points=(BURY,)),
    document(11, "Cafe Zoe", summary="crepes and naive art", points=(BURY,)),
    document(12, "Women's Institute", summary="The women’s choir sings; a woman sang"),
    document(13, "Womens institutes", keywords="choir, choirs"),
    document(14, "Men's Sheds", summary="A shed where men mend things, mended by men"),
    document(15, "Łódź Społem", description="Zażółć gęślą jaźń. Straße, STRASSE, ŵy a'r Ŵyl."),
    document(16, "太极拳", summary="太极 in the park", keywords="tai chi, taichi"),
    document(17, "Tai-chi", summary="Slow movement: tai chi ch'uan"),
    document(18, "50+ club", summary="For people of 50 and over, 3rd Tuesday, 10am-12noon"),
    document(19, "🎲 Games night 🎲", summary="Board games — bring one!"),
    document(20, "A", summary=""),
    document(21, "…", summary="!!!", description="—"),
    document(22, "Befriending", summary="Be friends with somebody", keywords="befriender befriended"),
    document(23, "Photograhpy for beginers", summary="Spelt badly on purpose"),
    document(24, "Photography", summary="Photographers and photographs for beginners"),
    document(25, "Repair café", summary="Mend it, do not end it", keywords="repair cafe"),
    document(26, "Repeated", summary="bread bread butter", description="butter bread butter bread bread"),
    document(27, "Older and old", summary="Older people, old people, an elder"),
    document(28, "Under_score", summary="snake_case words"),
    document(29, "O'Brien's pub quiz", summary="Rock 'n' roll quiz"),
    document(30, "Long" + " long" * 300 + " last", summary="last long"),
    document(31, "gap | pipe", summary="a|b | c"),
    document(32, "columns", summary="marker columns", keywords="columns"),
    document(33, "Crossing", keywords="allotment", organisation="society"),
    document(34, "Crossed", keywords="allotment society"),
)
PLACES = (
    document(40, "Two places", points=(MANCHESTER, BRISTOL), summary="A choir in two towns"),
    document(41, "Three places", points=(SALE, STOCKPORT, BURY), summary="A choir in three towns"),
    document(42, "One place twice", points=(MANCHESTER, MANCHESTER), summary="Knitting"),
    document(43, "Same place", points=(MANCHESTER,), summary="Knitting"),
    document(44, "Same place", points=(MANCHESTER,), summary="Knitting"),
    document(45, "Online", everywhere=True, summary="Knitting on your screen"),
    document(46, "Online and in Bury", everywhere=True, points=(BURY,), summary="Knitting"),
    document(47, "Nowhere", summary="Knitting without a place"),
    document(48, "Far north", points=(LERWICK,), summary="Fair Isle knitting"),
    document(49, "The pole", points=(Point(90.0, 0.0),)),
    document(50, "Date line east", points=(Point(0.0, 179.95),)),
    document(51, "Date line west", points=(Point(0.0, -179.95),)),
    document(52, "Null Island", points=(Point(0.0, 0.0),)),
    document(53, "Many places", points=tuple(Point(51.0 + step / 10, -2.0 - step / 20) for step in range(40))),
    document(54, "Across and back", points=(Point(53.4794, -2.5879), Point(51.4545, -2.2453)), summary="A box trap"),
    document(LARGE_ID, "Very large id", points=(STOCKPORT,), summary="Knitting"),
)
TIMES = (
    document(60, "Past only", starts=(NOW - 2 * WEEK, NOW - WEEK)),
    document(61, "Right now", starts=(NOW - WEEK, NOW, NOW + WEEK)),
    document(62, "In a minute", starts=(NOW + 1,)),
    document(63, "A minute ago", starts=(NOW - 1, NOW + WEEK - 1)),
    document(64, "Same hour", starts=(NOW + HOUR,), slots=("mon-morning",)),
    document(65, "Same hour", starts=(NOW + HOUR, NOW + 2 * HOUR), slots=("mon-morning", "mon-morning")),
    document(66, "Never", slots=("tue-evening",)),
    document(67, "All week", slots=tuple(f"{day}-afternoon" for day in DAYS)),
    document(68, "Twice on Friday", slots=("fri-morning", "fri-evening"), starts=(NOW + 3, NOW + 3)),
)
KINDS = (
    document(80, "Staff directory", for_workers=True, summary="Knitting for workers' eyes", points=(MANCHESTER,)),
    document(81, "Staff lounge", for_workers=True, everywhere=True, free=True),
    document(82, "Free walk", free=True, kind="activity", interests=("walking", "birds"), points=(SALE,)),
    document(83, "Paid walk", kind="activity", interests=("walking",), points=(SALE,)),
    document(84, "Bird hide", kind="place", interests=("birds", "birds"), free=True, points=(SALE,)),
    document(85, "No interests", kind="place", free=True),
    document(86, "Interest named like a kind", kind="skill", interests=("group", "mon-morning")),
)
FACTS = (
    document(90, "Below and above", interests=("tatting",), broader=("lace", "needlework", "root")),
    document(91, "Says both", interests=("lace", "tatting"), broader=("lace", "needlework")),
    document(92, "Free and not", free=True, costs=("free", "few", "few"), access=("step_free", "step_free", "toilet")),
    document(93, "A value named like a ward", access=("ward-1",), audience=("step_free",), areas=("women", "women")),
    document(94, "Confirmed today", fresh_on=TODAY),
    document(95, "Confirmed a month ago", fresh_on=TODAY - 31),
    document(96, "A day more", fresh_on=TODAY - 32, access=("toilet",)),
    document(97, "Confirmed tomorrow", fresh_on=TODAY + 1),
    document(98, "Confirmed before computers", fresh_on=-1),
    document(99, "Confirmed on day nought", fresh_on=0),
)
EDGES = (*WORDS, *PLACES, *TIMES, *KINDS, *FACTS)
