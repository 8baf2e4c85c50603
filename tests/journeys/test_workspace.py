"""The workspace: people come by a link, programs by a token, and the name can change."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Arrive
from tests.journeys.library import WORKSPACE, sign_up
from tests.product import Product

pytestmark = pytest.mark.journey


def test_somebody_new_joins_through_a_link_and_the_link_is_used_up(page: Page, arrive: Arrive) -> None:
    page.goto("/w/demo/settings")
    page.get_by_role("combobox", name="They join as").click()
    page.get_by_role("option", name="Reviewer").click()
    page.get_by_role("button", name="Make invitation link").click()
    link = page.get_by_text(re.compile("/invite/")).inner_text()
    newcomer = arrive(None)
    newcomer.goto(link)
    sign_up(newcomer, "rosa@bifocal.example")
    expect(newcomer.get_by_role("heading", name="Join Demo")).to_be_visible()
    newcomer.get_by_role("button", name="Join").click()
    newcomer.wait_for_url("**/w/demo")
    member = page.get_by_role("table", name="Members").get_by_role("row").filter(has_text="rosa@bifocal.example")
    expect(member.get_by_role("combobox", name="Role")).to_have_value(re.compile("^Reviewer"))
    page.goto(link)
    expect(page.get_by_text("This invitation is not valid any more. Ask for a new link.")).to_be_visible()


def test_a_token_works_from_its_making_until_it_is_taken_back(page: Page, running_product: Product) -> None:
    page.goto("/w/demo/settings")
    page.get_by_label("What will use it?").fill("Nightly build")
    page.get_by_role("button", name="Make token").click()
    secret = page.get_by_role("status").locator("code").inner_text()
    headers = {"Authorization": f"Bearer {secret}"}
    with httpx.Client(base_url=running_product.address, headers=headers, trust_env=False) as build:
        assert build.get(f"{WORKSPACE}/systems").status_code == 200
        row = page.get_by_role("table", name="API tokens").get_by_role("row").filter(has_text="Nightly build")
        row.get_by_role("button", name="Take back").click()
        expect(row).to_have_count(0)
        assert build.get(f"{WORKSPACE}/systems").status_code == 401


def test_the_workspace_takes_another_name_everywhere(page: Page) -> None:
    page.goto("/w/demo/settings")
    for name in ("Reading room", "Demo"):
        page.get_by_label("Name of the workspace").fill(name)
        page.get_by_role("button", name="Rename").click()
        crumbs = page.get_by_role("navigation", name="Where you are")
        expect(crumbs.get_by_role("link", name=name)).to_be_visible()
    expect(page).to_have_title("Workspace · Demo · Bifocal")
