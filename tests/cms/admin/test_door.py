"""The way into the admin, and what it looks like inside."""

import pytest
from django.urls import reverse

from cms.actions import submit_change
from cms.models import Asset
from tests.factories.assets import AssetFactory
from tests.factories.users import UserFactory


class TestSignIn:
    def test_is_the_products_own(self, client, db):
        answer = client.get("/admin/snippets/cms/asset/", follow=True)
        assert answer.redirect_chain[-1][0] == f"{reverse('account_login')}?next=/admin/snippets/cms/asset/"
        assert answer.status_code == 200

    def test_wagtails_own_form_takes_no_password(self, client, asha):
        client.post("/admin/login/", {"username": asha.email, "password": "tenter-hooks-and-samplers"})
        assert "_auth_user_id" not in client.session

    @pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example/"])
    def test_leads_nowhere_else(self, client, db, wanted):
        answer = client.get("/admin/login/", {"next": wanted})
        assert answer.headers["Location"] == f"{reverse('account_login')}?next=/admin/"

    @pytest.mark.parametrize("page", ["", "confirm/abc/def/", "done/", "complete/"])
    def test_a_forgotten_password_too(self, client, db, page):
        answer = client.get(f"/admin/password_reset/{page}")
        assert answer.headers["Location"] == reverse("account_reset_password")

    @pytest.mark.parametrize("role", ["Workers", "Managers", None])
    def test_somebody_without_business_there_is_told_so(self, browser_of, role):
        assert browser_of(UserFactory(role=role)).get("/admin/", follow=True).status_code == 403


class TestInside:
    def test_the_home_page_says_what_waits(self, desk, asha):
        AssetFactory(suggested=["embroidery", "knitting"])
        AssetFactory(confirmed=True)
        submit_change(draft=Asset.objects.first(), by=asha)
        page = desk.get("/admin/").content.decode()
        for words in ("What have you heard this week?", "2 live assets", "1 change waits", "2 suggested interests"):
            assert words in page
        assert "1 asset to check" in page

    def test_the_name_the_look_and_the_icon_are_the_products(self, desk):
        page = desk.get("/admin/").content.decode()
        assert "- Connector</title>" in page
        assert "cms/admin.css" in page
        assert "connector/img/mark.svg" in page
        assert "wagtailadmin/images/favicon.ico" not in page

    def test_it_has_a_content_policy_of_its_own(self, desk):
        policy = desk.get("/admin/").headers["Content-Security-Policy"]
        assert "script-src 'self' 'unsafe-inline'" in policy
        assert "nonce" not in policy
        assert "default-src 'none'" in policy

    def test_it_asks_nobody_else_for_anything(self, desk):
        page = desk.get("/admin/").content.decode()
        assert "gravatar" not in page
        assert 'src="http' not in page

    def test_a_page_that_is_not_there(self, desk):
        answer = desk.get("/admin/nothing/")
        assert answer.status_code == 404
        assert "Connector" in answer.content.decode()
