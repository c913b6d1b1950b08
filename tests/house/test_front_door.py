"""What strangers look for first: the licence, what changed, how to take part. It fits the rest of the tree."""

import re

import pytest

from tests import ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
TWO_SCREENS = 80  # lines


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def installed(requirements: str) -> set[str]:
    return {name.replace(".", "-") for name in re.findall(r"^([A-Za-z0-9._-]+)==", read(requirements), re.MULTILINE)}


def test_the_notice_names_the_licence_of_everything_that_is_installed_with_us() -> None:
    named = set(re.findall(r"^  ([a-z0-9-]+) {2,}.*[A-Z]", read("NOTICE"), re.MULTILINE))
    assert named == installed("requirements.txt") | installed("requirements-likeness.txt")


def test_the_licence_is_whole() -> None:
    words = read("LICENSE")
    assert "Version 2.0, January 2004" in words
    assert "END OF TERMS AND CONDITIONS" in words


def test_the_changelog_has_versions_in_order() -> None:
    versions = re.findall(r"^## ([0-9.]+)", read("CHANGELOG.md"), re.MULTILINE)
    numbers = [tuple(map(int, version.split("."))) for version in versions]
    assert numbers == sorted(set(numbers), reverse=True)


def test_the_hook_before_a_commit_only_calls_make_check() -> None:
    hooks = read(".pre-commit-config.yaml")
    assert re.findall(r"entry: (.*)", hooks) == ["make check"]
    assert re.findall(r"repo: (.*)", hooks) == ["local"]


def test_contributing_fits_two_screens() -> None:
    assert read("CONTRIBUTING.md").count("\n") <= TWO_SCREENS


@pytest.mark.parametrize("page", PAGES)
def test_what_the_first_pages_lead_to_is_there(page: str) -> None:
    words = read(page)
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", words):
        assert (ROOT / target).exists(), target
    for module in re.findall(r"python -m (tests[.\w]+\w)", words):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module
    for target in re.findall(r"^make (\w+)", words, re.MULTILINE):
        assert re.search(rf"^{target}:", read("Makefile"), re.MULTILINE), target
