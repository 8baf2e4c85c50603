"""Suggestions as the place to work: answer what is unknown, see the way that something takes, go to the facts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.product import Product

pytestmark = pytest.mark.journey
CARDS = "article[data-finding]"


@pytest.fixture
def suggested(page: Page, running_product: Product) -> Page:
    """The suggestions of a sample system of this journey's own."""
    page.goto("/w/demo")
    made = page.evaluate(
        """async () => {
          const cookie = document.cookie.match(/csrftoken=([^;]+)/)[1];
          const headers = { "Content-Type": "application/json", "X-CSRFToken": cookie };
          const body = JSON.stringify({ template: "customer-service-assistant", name: "Marlow of the cards" });
          const answer = await fetch("/api/v1/workspaces/demo/systems/import", { method: "POST", headers, body });
          return (await answer.json()).id;
        }"""
    )
    page.goto(f"/w/demo/systems/{made}/suggestions")
    page.get_by_role("button", name="Suggest").click()
    # Neither waits for the other.
    expect(page.locator(CARDS).first).to_be_visible(timeout=30_000)
    expect(first_question(page)).to_be_visible()
    return page


def first_question(page: Page) -> Locator:
    return page.locator("[data-question]").first


def test_an_answer_changes_the_list_and_can_be_undone(suggested: Page) -> None:
    page = suggested
    heading = page.locator("summary", has_text=re.compile(r"questions? (would settle|bear)"))
    expect(heading).to_be_visible()
    page.keyboard.press("q")
    expect(first_question(page)).to_be_focused()
    asked = first_question(page).get_attribute("aria-labelledby")
    page.keyboard.press("1")
    expect(page.locator(f"[data-question][aria-labelledby='{asked}']")).to_have_count(0)
    expect(first_question(page)).to_be_focused()
    expect(heading).to_contain_text(re.compile(r"\d+ settled.*, \d+ new|Nothing changed"), timeout=30_000)
    page.keyboard.press("u")
    expect(page.locator("summary")).to_contain_text("Saved. Looking again")
    expect(heading).to_contain_text(re.compile(r"\d+ settled.*, \d+ new|Nothing changed"), timeout=30_000)


def test_whoever_reads_on_stays_where_they_are_while_the_list_changes(suggested: Page) -> None:
    page = suggested
    page.keyboard.press("q")
    expect(first_question(page)).to_be_focused()
    page.keyboard.press("1")
    expect(page.locator("summary")).to_contain_text("Saved. Looking again")
    read = page.locator(CARDS).nth(20)
    identity = read.get_attribute("data-finding")
    read.get_by_role("checkbox").check()
    read.focus()
    card = page.locator(f"[data-finding='{identity}']")
    before = card.bounding_box()
    expect(page.locator("summary")).to_contain_text(re.compile(r"\d+ new\.|Nothing changed"), timeout=30_000)
    after = card.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 40
    expect(card.get_by_role("checkbox")).to_be_checked()
    expect(card).to_have_attribute("data-focused", "true")


def test_what_nobody_knows_is_set_aside_and_stays_unknown(suggested: Page) -> None:
    page = suggested
    asked = first_question(page).get_attribute("aria-labelledby")
    first_question(page).get_by_role("button", name="Don’t know").click()
    expect(page.locator(f"[data-question][aria-labelledby='{asked}']")).to_have_count(0)
    expect(page.get_by_text("Saved. Looking again")).to_have_count(0)


def test_the_way_of_a_suggestion_is_drawn_on_the_picture_and_leads_back(suggested: Page) -> None:
    page = suggested
    card = page.locator(CARDS, has=page.get_by_role("group", name="The way it takes")).first
    way = card.get_by_role("group", name="The way it takes").get_by_role("link").all_inner_texts()
    assert len(way) > 1
    title = card.get_attribute("aria-label")
    card.get_by_role("heading").click()
    card.focus()
    page.keyboard.press("p")
    page.wait_for_url(re.compile(r"/picture\?path="))
    for name in way:
        expect(page.locator("button[data-trail=on]", has_text=name)).to_be_visible()
    expect(page.locator("button[data-trail=on]")).to_have_count(len(way))
    expect(page.locator("g[data-trail=on]").first).to_be_visible()
    expect(page.locator("button[data-trail=off]").first).to_be_visible()
    page.reload()
    expect(page.locator("button[data-trail=on]")).to_have_count(len(way))
    page.keyboard.press("p")
    expect(page.locator(f"{CARDS}[data-focused]")).to_have_attribute("aria-label", title or "")


def test_a_reason_leads_to_the_question_about_its_element(suggested: Page) -> None:
    page = suggested
    fact = page.locator(f"{CARDS} li a").first
    name = fact.inner_text()
    fact.click()
    panel = page.get_by_role("complementary", name=name)
    expect(panel).to_be_visible()
    expect(panel.locator("[data-asked]")).to_be_in_viewport()
    expect(panel.locator("[data-asked]")).to_be_focused()


def test_a_counterpart_is_one_click_away_in_the_other_lane(suggested: Page) -> None:
    page = suggested
    card = page.locator(f"{CARDS}[aria-label^='Threat']", has_text=re.compile(r"H-\d+")).first
    card.get_by_role("button", name="Details").click()
    counterpart = card.get_by_role("button", name=re.compile(r"^H-\d+ ")).first
    title = counterpart.inner_text().split(" ", 1)[1]
    counterpart.click()
    expect(page.locator(f"{CARDS}[data-focused]")).to_have_attribute("aria-label", f"Hazard: {title}")
    page.keyboard.press("c")
    expect(page.locator(f"{CARDS}[data-focused]")).to_have_attribute("aria-label", re.compile("^Threat: "))
