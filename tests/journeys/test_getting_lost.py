"""When things fail or are not there: lost servers, wrong addresses, links from outside, nothing yet."""

import re
from typing import Any

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.journeys.library import Library
from tests.product import Product

pytestmark = pytest.mark.journey


def test_work_goes_on_when_the_server_comes_back(page: Page, desk: Library, running_product: Product) -> None:
    page.goto(f"{desk.address}/stake")
    expect(page.get_by_text("What readers borrow")).to_be_visible()
    running_product.stop("web")
    try:
        banner = page.get_by_text("Not connected. You can go on")
        expect(banner).to_be_visible()
        page.get_by_placeholder("What is of value?").fill("Opening hours")
        page.get_by_role("button", name="Add asset").click()
        expect(page.get_by_role("link", name="Opening hours")).to_be_visible()
        expect(page.get_by_text("1 change is not saved yet.")).to_be_visible()
    finally:
        running_product.start_web()
    expect(page.get_by_text("not saved")).to_have_count(0, timeout=30_000)
    expect(banner).to_have_count(0, timeout=30_000)
    names = [row["name"] for row in desk.client.get(f"{desk.api}/assets").json()["results"]]
    assert names.count("Opening hours") == 1


def test_a_decision_is_called_saved_when_it_is_and_waits_for_a_server_that_is_away(
    page: Page, desk: Library, running_product: Product
) -> None:
    first, second, *_ = desk.suggest()
    page.goto(f"{desk.address}/suggestions")
    card_of(page, second).wait_for()
    running_product.stop("web")
    try:
        for finding in (first, second):
            card_of(page, finding).get_by_role("button", name="Accept").click()
        expect(page.get_by_text("2 decisions are not saved yet.")).to_be_in_viewport()
        expect(page.get_by_text("Accepted")).to_have_count(0)
        asked_before_closing(page)
    finally:
        running_product.start_web()
    expect(page.get_by_text(f"Accepted {first['mark']}.")).to_be_visible()
    expect(page.get_by_text("not saved")).to_have_count(0)
    assert {finding["id"] for finding in desk.findings("open")} == {first["id"], second["id"]}


def test_a_decision_that_was_taken_offline_is_saved_when_the_line_is_back(page: Page, desk: Library) -> None:
    first, *_ = desk.suggest()
    page.goto(f"{desk.address}/suggestions")
    card_of(page, first).wait_for()
    page.context.set_offline(True)
    card_of(page, first).get_by_role("button", name="Accept").click()
    expect(page.get_by_text("1 decision is not saved yet.")).to_be_visible()
    expect(page.get_by_text("Accepted")).to_have_count(0)
    page.context.set_offline(False)
    expect(page.get_by_text(f"Accepted {first['mark']}.")).to_be_visible()
    assert [finding["id"] for finding in desk.findings("open")] == [first["id"]]


def card_of(page: Page, finding: dict[str, Any]) -> Locator:
    return page.locator(f"[data-finding='{finding['id']}']")


def asked_before_closing(page: Page) -> None:
    """Whoever closes the page is asked whether that is meant, and stays."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]


def test_addresses_of_nothing_say_so_and_lead_home(page: Page) -> None:
    nowhere = "00000000-0000-4000-8000-000000000000"
    for address in ("/w/demo/attic", f"/w/demo/systems/{nowhere}/findings", "/w/somewhere-else", "/attic"):
        page.goto(address)
        expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()
        expect(page).to_have_title("There is nothing here · Bifocal")
    page.get_by_role("link", name="Go to your workspaces").click()
    expect(page.get_by_role("heading", name="Your workspaces")).to_be_visible()


def test_addresses_into_a_system_that_lead_to_nothing_say_what_is_missing_and_lead_back(
    page: Page, desk: Library
) -> None:
    desk.suggest()
    nowhere = "00000000-0000-4000-8000-000000000000"
    ways = {
        "findings/xyz": ("There is no such finding.", "Back to the findings"),
        f"findings/{nowhere}": ("There is no such finding.", "Back to the findings"),
        "findings?target=nope": ("There is no such element or flow", "Clear the filters"),
        f"findings?target={nowhere}": ("There is no such element or flow", "Clear the filters"),
        "suggestions?target=nope": ("There is no such element or flow", "Show all suggestions"),
        "stake?show=nope": ("There is no such asset, loss or assumption", "Show all that is at stake"),
    }
    for address, (sentence, back) in ways.items():
        page.goto(f"{desk.address}/{address}")
        expect(page.get_by_text(sentence)).to_be_visible()
        page.get_by_role("button", name=back).click()
        expect(page.get_by_text(sentence)).to_have_count(0)
        expect(page).to_have_url(re.compile(re.escape(re.split(r"[?/]", address)[0]) + "$"))


def test_every_page_opens_by_its_address_and_says_in_its_title_what_it_is(page: Page, desk: Library) -> None:
    first, *_ = desk.suggest()
    titles = {
        "/w/demo": "Demo",
        "/w/demo/systems": "Systems",
        "/w/demo/catalogue": "Catalogue",
        "/w/demo/settings": "Workspace · Demo",
        f"{desk.address}/picture": f"Picture · {desk.name}",
        f"{desk.address}/stake": f"Stake · {desk.name}",
        f"{desk.address}/suggestions": f"Suggestions · {desk.name}",
        f"{desk.address}/findings": f"Findings · {desk.name}",
        f"{desk.address}/findings/{first['id']}": f"{first['mark']} {first['title']} · {desk.name}",
        f"{desk.address}/reports": f"Reports · {desk.name}",
        f"{desk.address}/history": f"History · {desk.name}",
    }
    for address, title in titles.items():
        page.goto(address)
        expect(page).to_have_title(f"{title} · Bifocal")
    page.goto(desk.address)
    page.wait_for_url("**/picture")


def test_a_stranger_who_follows_a_link_lands_there_after_signing_in(visitor: Page, desk: Library) -> None:
    visitor.goto(f"{desk.address}/findings?status=open")
    visitor.get_by_role("button", name="Sign in").click()
    visitor.wait_for_url(f"**{desk.address}/findings?status=open")
    expect(visitor.get_by_text("No finding passes these filters.")).to_be_visible()


def test_what_is_empty_says_what_will_be_there_and_offers_the_first_step(page: Page) -> None:
    page.goto("/w/demo")
    page.get_by_role("button", name="Blank page").click()
    page.get_by_label("What is it called?").fill("Blank")
    page.get_by_role("button", name="Create system").click()
    expect(page.get_by_text("to add the first element")).to_be_visible()
    expect(page.get_by_role("button", name="Add here")).to_be_visible()
    for tab, sentence in {
        "Stake": "No assets yet.",
        "Suggestions": "There is nothing to look at yet.",
        "Findings": "Nothing is in the register yet.",
        "Reports": "No report yet.",
    }.items():
        page.get_by_role("link", name=tab, exact=True).click()
        expect(page.get_by_text(sentence)).to_be_visible()
