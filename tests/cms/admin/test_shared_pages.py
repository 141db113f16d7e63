"""Pages of what assets share: interests, places, organisations, school terms, sources and areas."""

import pytest
from django.urls import reverse

from cms.models import Area, EducationAuthority, Interest, InterestRelation, Organisation, Place, Source
from tests.cms.admin.pages import row, send
from tests.factories.interests import InterestFactory, InterestRelationFactory
from tests.factories.places import PlaceFactory


def url_of(model: str, page: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_cms_{model}:{page}", args=args)


def child_errors(answer, formset: str) -> list[str]:
    forms = answer.context["form"].formsets[formset].forms
    return [message for form in forms for messages in form.errors.values() for message in messages]


class TestInterest:
    @pytest.fixture
    def lace(self, db) -> Interest:
        return InterestFactory(code="x-bobbin-lace", label="Bobbin lace")

    def test_a_council_adds_its_own(self, desk, db):
        sewing = InterestFactory(code="sewing")
        answer = send(
            desk,
            url_of("interest", "add"),
            "publish",
            label="Tatting",
            code="tatting",
            everyday_words="tatted all her own edgings",
            **row("relations", 0, kind="broader", target=sewing.pk, weight="0.7"),
        )
        assert answer.status_code == 302
        tatting = Interest.objects.get(code="tatting")
        assert (tatting.live, tatting.everyday) == (True, ["tatted all her own edgings"])
        assert [(edge.kind, edge.target, edge.weight) for edge in tatting.relations.all()] == [("broader", sewing, 0.7)]

    def test_its_words_are_the_councils(self, desk, lace):
        send(desk, url_of("interest", "edit", lace.pk), "publish", alternative_labels="pillow lace\nlace making")
        assert Interest.objects.get(pk=lace.pk).alternatives == ["pillow lace", "lace making"]

    def test_its_code_never_changes(self, desk, lace):
        send(desk, url_of("interest", "edit", lace.pk), "publish", code="lace", label="Lace")
        kept = Interest.objects.get(pk=lace.pk)
        assert (kept.code, kept.label) == ("x-bobbin-lace", "Lace")

    def test_it_is_no_kind_of_itself(self, desk, lace):
        added = row("relations", 0, kind="related", target=lace.pk, weight="0.5")
        answer = send(desk, url_of("interest", "edit", lace.pk), "publish", **added)
        assert child_errors(answer, "relations") == ["Choose another interest: this is the one that you are editing."]

    def test_not_by_a_long_way_either(self, desk, lace):
        middle, lowest = InterestFactory(label="Fine lace"), InterestFactory(label="Finest lace")
        InterestRelationFactory(source=middle, target=lace, kind=InterestRelation.Kind.BROADER)
        InterestRelationFactory(source=lowest, target=middle, kind=InterestRelation.Kind.BROADER)
        added = row("relations", 0, kind="broader", target=lowest.pk, weight="0.5")
        answer = send(desk, url_of("interest", "edit", lace.pk), "publish", **added)
        assert child_errors(answer, "relations") == [
            "Finest lace is itself a kind of Bobbin lace. Choose one of the two ways."
        ]

    @pytest.mark.parametrize("weight", ["0", "1.5", "much"])
    def test_a_weight_is_from_nothing_to_one(self, desk, lace, weight):
        added = row("relations", 0, kind="related", target=InterestFactory().pk, weight=weight)
        answer = send(desk, url_of("interest", "edit", lace.pk), "publish", **added)
        assert answer.status_code == 200
        assert not lace.relations.exists()

    def test_lists_by_what_it_is_a_kind_of(self, desk, lace):
        InterestRelationFactory(source=lace, target__code="making-lace", kind=InterestRelation.Kind.BROADER)
        target = Interest.objects.get(code="making-lace")
        shown = desk.get(url_of("interest", "list"), {"kind_of": target.pk}).context["object_list"]
        assert [interest.label for interest in shown] == ["Bobbin lace"]


class TestPlace:
    def test_with_its_access_facts(self, desk, db):
        facts = {"access_facts-0-state": "yes", "access_facts-5-state": "no", "access_facts-5-note": "On the street."}
        fields = {"name": "Mill Hall", "postcode": "TC1 1AA", "lat": "53.7", "lon": "-1.9", "precision": "exact"}
        answer = send(desk, url_of("place", "add"), "publish", **fields, **facts)
        assert answer.status_code == 302
        said = [(fact.subject, fact.state, fact.note) for fact in Place.objects.get().access_facts.order_by("pk")]
        assert said == [("step_free", "yes", ""), ("parking", "no", "On the street.")]

    @pytest.mark.parametrize(
        ("fields", "field"),
        [({"lat": "53.7", "lon": ""}, "lon"), ({"lat": "", "lon": "-2"}, "lat"), ({"lat": "-2", "lon": "53.7"}, "lat")],
    )
    def test_a_point_is_whole_and_in_the_united_kingdom(self, desk, fields, field):
        place = PlaceFactory()
        answer = send(desk, url_of("place", "edit", place.pk), "publish", **fields)
        assert list(answer.context["form"].errors) == [field]
        assert Place.objects.get().lat == 53.72

    def test_partly_wants_a_note(self, desk):
        answer = send(desk, url_of("place", "edit", PlaceFactory().pk), "publish", **{"access_facts-0-state": "partly"})
        assert child_errors(answer, "access_facts") == ["Say what is and what is not: two steps, with a rail."]


def test_school_terms_are_rows_of_their_authority(desk, db):
    term = row("terms", 0, name="Autumn, second half", starts="2026-11-02", ends="2026-12-18")
    send(desk, url_of("educationauthority", "add"), name="Tenterclough", **term)
    assert [term.name for term in EducationAuthority.objects.get().terms.all()] == ["Autumn, second half"]


def test_a_term_ends_after_it_starts(desk, db):
    term = row("terms", 0, name="Autumn", starts="2026-12-18", ends="2026-11-02")
    answer = send(desk, url_of("educationauthority", "add"), name="Tenterclough", **term)
    assert answer.status_code == 200
    assert not EducationAuthority.objects.exists()


def test_organisations_sources_and_areas(desk, db):
    send(desk, url_of("organisation", "add"), "publish", name="Friends of Mill Hall", informal="on")
    send(desk, url_of("source", "add"), name="Register of charities", licence="OGL 3.0")
    send(desk, url_of("area", "add"), name="Bank Top", code="E05999999", kind="ward")
    assert Organisation.objects.get().informal
    assert Source.objects.get().licence == "OGL 3.0"
    assert Area.objects.get(code="E05999999").name == "Bank Top"
