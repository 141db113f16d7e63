"""What documents list is what there is: settings, targets, commands; every link between pages leads somewhere."""

import re

from tests.architecture.tree import ROOT, files

SETTING = re.compile(r"(?:env\.\w+|_required)\(\s*\"([A-Z_]+)\"")
TARGET = re.compile(r"^([a-z][a-z-]*):.*##", re.MULTILINE)
NAMED = re.compile(r"[`(]make ([a-z-]+)[`)]")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)")


def test_every_setting_of_the_environment_is_in_the_reference() -> None:
    told = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    read = {name for file in (ROOT / "connector/settings").glob("*.py") for name in SETTING.findall(file.read_text())}
    assert len(read) > 10
    assert {name for name in read if f"`{name}`" not in told} == set()


def test_every_target_and_command_is_in_the_reference() -> None:
    told = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    targets = {f"make {name}" for name in TARGET.findall((ROOT / "Makefile").read_text())} - {"make help"}
    commands = {file.stem for file in ROOT.glob("[cs]*/**/management/commands/*.py") if file.stem != "__init__"}
    assert len(targets) > 5
    assert len(commands) > 5
    assert {name for name in targets if name not in told} == set()
    assert {name for name in commands if not re.search(rf"\b{name}\b", told)} == set()


def test_every_target_that_is_named_is_there() -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text()))
    named = [ROOT / name for name in files() if name.endswith(".md")] + [ROOT / "pyproject.toml"]
    told = {name for file in named for name in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert len(told) > 5
    assert told <= targets


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [ROOT / name for name in files() if name.endswith(".md")]
    assert len(pages) > 5
    for page in pages:
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.relative_to(ROOT)}: {link}"
