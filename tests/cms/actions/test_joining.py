"""Two assets that seem to be one, settled either way, and what becomes of addresses, records, editors and interests."""

import pytest
from wagtail.models import ModelLogEntry

from cms.actions import (
    NotThere,
    OneAndTheSame,
    approve_change,
    join_assets,
    publish_asset,
    settle_not_same,
    submit_change,
)
from cms.duplicates.comparing import compare_all
from cms.imports.absent import absent, take_down
from cms.models import Asset, AssetInterest, Editorship, FormerAddress, PossibleDuplicate
from tests.cms.imports.conftest import SALE, Import, draft, import_  # noqa: F401  (a fixture)
from tests.factories.assets import AssetFactory, PossibleDuplicateFactory
from tests.factories.interests import InterestFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import UserFactory

State = PossibleDuplicate.State


def now(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def said(asset: Asset) -> list[str]:
    return [entry.message for entry in ModelLogEntry.objects.for_instance(asset).order_by("pk")]


def interests(asset: Asset) -> dict[str, str]:
    return dict(now(asset).asset_interests.values_list("interest__code", "state"))


@pytest.fixture
def twin(db) -> Asset:
    return AssetFactory(name="The Sewing Circle")


@pytest.fixture
def pair(circle, twin) -> PossibleDuplicate:
    return PossibleDuplicateFactory(first=circle, second=twin)


class TestNotTheSame:
    def test_is_remembered_with_who_said_so(self, pair, circle, twin, asha):
        assert settle_not_same(pairs=[pair.pk], by=asha) == 1
        pair.refresh_from_db()
        assert (pair.state, pair.settled_at is not None) == (State.NOT_SAME, True)
        assert said(circle)[-1] == "Looked at beside “The Sewing Circle”: not the same"
        assert said(twin) == ["Looked at beside “Sewing circle”: not the same"]
        assert ModelLogEntry.objects.for_instance(twin).get().user == asha
        assert now(twin).live

    def test_once(self, pair, asha):
        settle_not_same(pairs=[pair.pk], by=asha)
        assert settle_not_same(pairs=[pair.pk], by=asha) == 0


class TestTheSame:
    def test_one_stays_and_the_others_address_leads_there(self, client, pair, circle, twin, asha):
        join_assets(stays=circle, goes=twin, by=asha)
        assert (now(circle).live, now(twin).live) == (True, False)
        page = client.get(f"/listings/{twin.uuid}/")
        assert (page.status_code, page["Location"]) == (301, f"/listings/{circle.uuid}/")
        for tail in ("", "/schema.org"):
            answer = client.get(f"/api/assets/{twin.uuid}{tail}")
            assert (answer.status_code, answer["Location"]) == (301, f"/api/assets/{circle.uuid}{tail}")
        assert client.get(f"/api/assets/{circle.uuid}").json()["id"] == str(circle.uuid)
        pair.refresh_from_db()
        assert pair.state == State.SAME
        assert said(twin)[-1] == "Withdrawn: It is the same as “Sewing circle”."
        assert said(circle)[-1] == "“The Sewing Circle” turned out to be the same: its address leads here now"

    def test_also_when_the_other_is_deleted_later(self, client, circle, twin, asha):
        join_assets(stays=circle, goes=twin, by=asha)
        now(twin).delete()
        assert client.get(f"/listings/{twin.uuid}/")["Location"] == f"/listings/{circle.uuid}/"

    def test_from_one_to_the_next(self, client, circle, twin, asha):
        third = AssetFactory(name="Sewing circle of the mill")
        join_assets(stays=third, goes=twin, by=asha)
        join_assets(stays=circle, goes=third, by=asha)
        assert client.get(f"/listings/{twin.uuid}/")["Location"] == f"/listings/{circle.uuid}/"

    def test_and_back_again(self, client, circle, twin, asha):
        join_assets(stays=circle, goes=twin, by=asha)
        publish_asset(asset=now(twin), by=asha)
        assert client.get(f"/listings/{twin.uuid}/").status_code == 200
        join_assets(stays=twin, goes=circle, by=asha)
        assert client.get(f"/listings/{circle.uuid}/")["Location"] == f"/listings/{twin.uuid}/"
        assert client.get(f"/listings/{twin.uuid}/").status_code == 200

    def test_nobody_is_led_to_what_they_may_not_see(self, client, twin, asha):
        offer = AssetFactory(offer=True)
        join_assets(stays=offer, goes=twin, by=asha)
        assert client.get(f"/listings/{twin.uuid}/").status_code == 404
        assert client.get(f"/api/assets/{twin.uuid}").status_code == 404

    def test_editors_go_along_once_each(self, circle, twin, maureen, asha):
        jo = UserFactory()
        for user, asset in ((maureen, circle), (maureen, twin), (jo, twin)):
            EditorshipFactory(user=user, asset=asset)
        join_assets(stays=circle, goes=twin, by=asha)
        assert set(Editorship.objects.values_list("user", "asset")) == {(maureen.pk, circle.pk), (jo.pk, circle.pk)}

    def test_interests_go_along_and_what_was_decided_holds(self, circle, twin, asha):
        table = {
            "lace": ("", "confirmed", "confirmed"),
            "knitting": ("", "suggested", "suggested"),
            "tea": ("suggested", "confirmed", "confirmed"),
            "talk": ("suggested", "removed", "removed"),
            "choir": ("removed", "confirmed", "removed"),
            "walks": ("confirmed", "removed", "confirmed"),
        }
        for code, (own, others, _) in table.items():
            interest = InterestFactory(code=code)
            for asset, state in ((circle, own), (twin, others)):
                if state:
                    AssetInterest.objects.create(asset=asset, interest=interest, state=state)
        join_assets(stays=circle, goes=twin, by=asha)
        assert interests(circle) == {code: state for code, (_, _, state) in table.items()}

    def test_a_change_that_waits_takes_the_interests_along(self, circle, twin, maureen, asha):
        AssetInterest.objects.create(asset=twin, interest=InterestFactory(code="lace"), state="confirmed")
        change = now(circle).get_latest_revision_as_object()
        change.summary = "Moved to Friday."
        submit_change(draft=change, by=maureen)
        join_assets(stays=circle, goes=twin, by=asha)
        approve_change(asset=circle, by=asha)
        assert (now(circle).summary, interests(circle)) == ("Moved to Friday.", {"lace": "confirmed"})

    def test_what_else_the_other_looked_like_is_no_question_any_more(self, circle, twin, asha):
        third = AssetFactory()
        PossibleDuplicateFactory(first=twin, second=third)
        PossibleDuplicateFactory(first=circle, second=third)
        join_assets(stays=circle, goes=twin, by=asha)
        left = {(row.first, row.second): row.state for row in PossibleDuplicate.objects.all()}
        assert left == {(circle, twin): State.SAME, (circle, third): State.OPEN}

    def test_not_to_itself(self, circle, asha):
        with pytest.raises(OneAndTheSame):
            join_assets(stays=circle, goes=circle, by=asha)

    def test_not_to_one_that_nobody_sees(self, circle, asha):
        with pytest.raises(NotThere, match="People see “Sewing circle”"):
            join_assets(stays=AssetFactory(withdrawn=True), goes=circle, by=asha)
        assert now(circle).live
        assert not FormerAddress.objects.exists()


class TestLaterImports:
    """The record of the one that went comes again."""

    @pytest.fixture
    def joined(self, import_: Import, asha) -> Asset:  # noqa: F811
        import_(draft("1", name="Sewing circle"), draft("2", name="The Sewing Circle", source="Register"))
        stays, goes = Asset.objects.order_by("pk")
        compare_all()
        assert PossibleDuplicate.objects.filter(state=State.OPEN).count() == 1
        join_assets(stays=stays, goes=goes, by=asha)
        return stays

    @pytest.mark.parametrize(
        "changes",
        [{}, {"summary": "We sew on Fridays."}, {"active": False}, {"summary": "Ended.", "active": False}],
        ids=["as it was", "new words", "ended", "ended with new words"],
    )
    def test_it_changes_nothing_and_revives_nothing(self, import_, joined, changes):  # noqa: F811
        for _ in range(2):
            import_(draft("2", **{"name": "The Sewing Circle", "source": "Register", **changes}))
            assert Asset.objects.count() == 2
            assert [asset.pk for asset in Asset.objects.filter(live=True)] == [joined.pk]
            assert (now(joined).name, now(joined).summary) == ("Sewing circle", "We sew.")
        compare_all()
        assert not PossibleDuplicate.objects.filter(state=State.OPEN).exists()

    def test_even_where_both_said_the_same(self, import_, asha):  # noqa: F811
        import_(draft("1", name="Sewing"), draft("2", name="Sewing", source="Register"))
        stays, goes = Asset.objects.order_by("pk")
        join_assets(stays=stays, goes=goes, by=asha)
        import_(draft("2", name="Sewing", source="Register", active=False))
        assert now(stays).live

    def test_a_whole_list_without_it_takes_nothing_down(self, import_, asha):  # noqa: F811
        import_(draft("1", name="Sewing"), draft("2", name="Sewing", source="Register"))
        stays, goes = Asset.objects.order_by("pk")
        join_assets(stays=stays, goes=goes, by=asha)
        assert take_down(list(absent({"Register"}, set()))) == 0
        assert now(stays).live

    def test_its_own_record_still_counts(self, import_, joined):  # noqa: F811
        import_(draft("1", name="Sewing circle", summary="We sew on Fridays."))
        assert now(joined).summary == "We sew on Fridays."
        assert SALE.postcode == joined.asset_places.get().place.postcode
