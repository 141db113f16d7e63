"""Settings that the catalogue cannot do without are checked before anything starts."""

import pytest

from cms.checks import check_nation


@pytest.mark.parametrize("nation", ["ENG", "WLS", "SCT", "NIR"])
def test_a_nation_with_bank_holidays(settings, nation):
    settings.CONNECTOR_NATION = nation
    assert check_nation() == []


@pytest.mark.parametrize("nation", ["GB", "eng", "", None])
def test_any_other_says_what_to_write(settings, nation):
    settings.CONNECTOR_NATION = nation
    (error,) = check_nation()
    assert error.id == "cms.E001"
    assert "ENG, WLS, SCT, NIR" in error.hint
