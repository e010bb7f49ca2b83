"""The policy of the site (Content Security Policy, level 3): a page runs and loads nothing but what the site brings along."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from conftest import ROOT, Project, hosting
from html_text import tags

MEETING = "meetings/2014/2014-11-10-japan-peru/"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
PLANTED = (
    "<script>document.documentElement.dataset.ran = 'script'</script>",
    "<img src=x onerror=\"document.documentElement.dataset.ran = 'handler'\">",
    "<svg onload=\"document.documentElement.dataset.ran = 'svg'\"></svg>",
    "<a id=planted href=\"javascript:document.documentElement.dataset.ran = 'link'\">here</a>",
    "<script src='https://evil.example/x.js'></script>",
    "<iframe srcdoc=\"<script>parent.document.documentElement.dataset.ran = 'frame'</script>\"></iframe>",
    "<base href='https://evil.example/'>",
    "<object data='https://evil.example/x'></object>",
    "<style>main { display: none }</style>",
    "<p style='position: fixed; inset: 0'>Covered</p>",
)
"""What somebody would add to a page who found a way to."""


def test_every_page_has_the_policy_and_keeps_it(real_site: Project) -> None:
    # Each inline script is one that the policy knows by its digest, and no page has a style of its own.
    policies = set()
    for file in (real_site.folder / "site").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        found = POLICY.findall(text)
        assert len(found) == 1, file
        policies.update(found)
        for script in re.findall(r"<script>(.*?)</script>", text, re.DOTALL):
            assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in found[0], file
        for tag, attributes in tags(text):
            assert tag != "style", file
            assert not [name for name in attributes if name == "style" or name.startswith("on")], file
    assert len(policies) == 1
    policy = policies.pop()
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert f'"{policy}; frame-ancestors ' in (ROOT / "SECURITY.md").read_text(encoding="utf-8")


@pytest.mark.browser
def test_pages_work_under_the_policy(page: Page, address: str) -> None:
    # The tab fails on whatever is forbidden: the scripts, the search and its program, pictures and faces are not.
    for path in (
        "",
        MEETING,
        "relations/japan-peru/",
        "people/abe-shinzo/",
        "places/",
        "topics/tpp/",
        "search/?q=Peru",
        "404.html",
    ):
        page.goto(f"{address}{path}", wait_until="networkidle")
    page.goto(f"{address}search/?q=TPP")
    page.locator(".ro-hits a, main ol a, main li a").first.wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("planted", PLANTED)
def test_what_gets_into_a_page_does_not_run(browser: Browser, frozen_site: Project, tmp_path: Path, planted: str) -> None:
    # Should escaping ever fail somewhere: the browser refuses it, and nobody else is asked for anything.
    shutil.copytree(frozen_site.folder / "site", tmp_path / "site", copy_function=lambda a, b: Path(b).symlink_to(a))
    file = tmp_path / "site" / MEETING / "index.html"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    file.write_text(re.sub(r"(</h1>)", lambda found: found[0] + planted, text, count=1), encoding="utf-8")
    with hosting(Project(tmp_path)) as address:
        tab = browser.new_page()
        asked: list[Request] = []
        tab.on("request", lambda request: asked.append(request))  # noqa: PLW0108  # Playwright takes no built-in
        tab.goto(f"{address}{MEETING}", wait_until="networkidle")
        if "planted" in planted:
            tab.locator("#planted").click()
        assert tab.locator("html").get_attribute("data-ran") is None
        assert tab.locator("main").is_visible()
        assert tab.locator("h1 ~ p").first.evaluate("p => getComputedStyle(p).position") == "static"
        assert tab.evaluate("document.baseURI") == f"{address}{MEETING}"
        left = [each.url for each in asked if each.failure != "csp"]
        assert [url for url in left if not url.startswith((address, "data:"))] == []
        tab.close()
