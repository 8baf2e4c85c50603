"""Two people talk about the picture: one mentions the other, who finds it, answers and resolves it."""

from contextlib import closing

import httpx
import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.journeys.conftest import Arrive
from tests.journeys.library import Library, invited
from tests.journeys.test_accessibility import barriers, violations
from tests.product import Product

pytestmark = pytest.mark.journey
FIELD = "Write a comment"


@pytest.fixture(scope="session")
def reviewer(browser: Browser, running_product: Product, program: httpx.Client) -> StorageState:
    """What a browser keeps once somebody has joined the demo workspace who may comment."""
    with closing(browser.new_context(base_url=running_product.address)) as context:
        page = context.new_page()
        invited(page, program, role="reviewer", email="rita@bifocal.example")
        return context.storage_state()


def test_who_is_mentioned_finds_the_comment_answers_and_resolves_it(
    page: Page, arrive: Arrive, reviewer: StorageState, desk: Library
) -> None:
    other = arrive(reviewer)
    other.goto("/w/demo")
    expect(other.get_by_role("button", name="No new mentions")).to_be_visible()
    agent = desk.element("Desk agent")["id"]
    page.goto(f"{desk.address}/picture?show={agent}")
    field = page.get_by_label(FIELD)
    field.press_sequentially("Does **it** ask first, @ri")
    expect(page.get_by_role("option", name="rita")).to_be_visible()
    assert violations(page) == []
    field.press("Enter")
    expect(field).to_have_value("Does **it** ask first, @rita ")
    # What is not sent yet outlives a reload.
    page.reload()
    expect(field).to_have_value("Does **it** ask first, @rita ")
    field.press_sequentially("?<img src=x onerror=alert(1)>")
    field.press("Control+Enter")
    comments = page.get_by_role("region", name="Comments")
    expect(comments.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    expect(comments.locator("strong", has_text="it")).to_be_visible()
    expect(field).to_have_value("")

    other.get_by_role("button", name="1 mention").click()
    assert violations(other) == []
    other.get_by_role("link", name="on Desk agent").click()
    said = other.get_by_role("article").filter(has_text="ask first")
    expect(said).to_be_in_viewport()
    expect(other.get_by_role("button", name="No new mentions")).to_be_visible()
    other.get_by_role("button", name="Answer Demo").click()
    other.get_by_role("textbox", name="Answer").fill("It does:\n\n- for money\n- for mails")
    other.get_by_role("textbox", name="Answer").press("Control+Enter")

    expect(comments.get_by_role("listitem").filter(has_text="for mails").last).to_be_visible(timeout=5_000)
    assert violations(page) == []
    other.get_by_role("button", name="Resolve").click()
    expect(comments.get_by_text("ask first")).to_have_count(0, timeout=5_000)
    comments.get_by_role("button", name="Show 1 resolved thread").click()
    expect(comments.get_by_text("Resolved by rita")).to_be_visible()
    assert violations(page) == []
    comments.get_by_role("button", name="Reopen").click()
    expect(other.get_by_role("button", name="Resolve")).to_be_visible(timeout=5_000)
    assert barriers(page, f"{desk.address}/picture?show={agent}", "ask first") == []


def test_what_is_talked_about_is_marked_wherever_people_work_and_the_mark_leads_there(
    page: Page, arrive: Arrive, reviewer: StorageState, desk: Library
) -> None:
    agent = desk.element("Desk agent")["id"]
    flow = desk.client.get(f"{desk.api}/flows").json()["results"][0]["id"]
    boundary = desk.element("Desk agent")["boundary"]
    page.goto(f"{desk.address}/picture")
    expect(page.locator(f"[data-part='{agent}']")).to_be_visible()
    marks = page.get_by_role("link", name="open comment")
    expect(marks).to_have_count(0)
    # What another browser says is marked in this one.
    other = arrive(reviewer)
    other.goto(f"{desk.address}/picture?show={agent}")
    other.get_by_label(FIELD).fill("Who may ask it?")
    other.get_by_label(FIELD).press("Control+Enter")
    card = page.locator(f"[data-id='{agent}']")
    expect(card.get_by_role("link", name="1 open comment")).to_be_visible(timeout=5_000)
    for kind, about in (("flow", flow), ("boundary", boundary), ("boundary", boundary)):
        said = {"object_type": kind, "object": about, "text": "Is that so?"}
        desk.client.post(f"{desk.api}/comments", json=said)
    expect(marks).to_have_count(3, timeout=5_000)
    expect(page.locator(f"[data-id='{boundary}']").get_by_role("link", name="2 open comments")).to_be_visible()
    assert violations(page) == []

    # The mark opens the thing at its comments.
    card.get_by_role("link", name="1 open comment").click()
    comments = page.get_by_role("region", name="Comments")
    expect(comments).to_be_focused()
    expect(comments.get_by_text("Who may ask it?")).to_be_in_viewport()
    head = page.get_by_role("complementary", name="Desk agent").locator("header")
    expect(head.get_by_role("link", name="1 open comment")).to_be_in_viewport()

    for place in ("&list=elements", "&list=flows", "&list=boundaries", ""):
        page.goto(f"{desk.address}/picture?view=outline{place}")
        row = page.locator("[role=row], [role=treeitem]").filter(has=marks).last
        row.get_by_role("link", name="open comment").click()
        expect(page.get_by_role("region", name="Comments")).to_be_focused()
        assert violations(page) == []

    comments.get_by_role("button", name="Resolve").click()
    expect(page.get_by_role("treeitem", name="Desk agent").get_by_role("link")).to_have_count(0, timeout=5_000)


def test_ones_own_comment_is_edited_deleted_and_taken_back_wherever_it_hangs(page: Page, desk: Library) -> None:
    finding = desk.suggest()[0]
    asset = desk.client.get(f"{desk.api}/assets").json()["results"][0]["id"]
    for place in (f"findings/{finding['id']}", f"stake?show={asset}", "picture?show=system"):
        page.goto(f"{desk.address}/{place}")
        page.get_by_label(FIELD).fill("First words")
        comments = page.get_by_role("region", name="Comments")
        comments.get_by_role("button", name="Comment").click()
        comments.get_by_role("button", name="Edit your comment").click()
        comments.get_by_label("Edit your comment", exact=True).fill("Second words")
        comments.get_by_role("button", name="Save comment").click()
        expect(comments.get_by_role("article")).to_contain_text("Second words")
        expect(comments.get_by_role("article")).to_contain_text("edited")
        comments.get_by_role("button", name="Delete your comment").click()
        expect(comments.get_by_text("Nobody has said anything")).to_be_visible()
        page.get_by_role("button", name="Undo").last.click()
        expect(comments.get_by_role("article")).to_contain_text("Second words")


def test_who_may_only_look_reads_comments_and_is_offered_no_field(
    arrive: Arrive, viewer: StorageState, desk: Library
) -> None:
    agent = desk.element("Desk agent")["id"]
    said = {"object_type": "element", "object": agent, "text": "So it is."}
    desk.client.post(f"{desk.api}/comments", json=said)
    page = arrive(viewer)
    page.goto(f"{desk.address}/picture?show={agent}")
    comments = page.get_by_role("region", name="Comments")
    expect(comments.get_by_text("So it is.")).to_be_visible()
    expect(comments.get_by_role("button")).to_have_count(0)
    expect(page.get_by_label(FIELD)).to_have_count(0)


def test_a_description_reads_as_markdown_and_is_written_in_a_field(page: Page, desk: Library) -> None:
    agent = desk.element("Desk agent")["id"]
    desk.client.patch(f"{desk.api}/elements/{agent}", json={"description": "Answers\n\n- **readers**\n- staff"})
    page.goto(f"{desk.address}/picture?show={agent}")
    panel = page.get_by_role("complementary", name="Desk agent")
    expect(panel.get_by_role("listitem").filter(has_text="readers")).to_be_visible()
    panel.get_by_role("button", name="Edit description").click()
    field = panel.get_by_label("Description")
    expect(field).to_be_focused()
    field.fill("Answers *everybody*")
    field.blur()
    expect(panel.locator("em", has_text="everybody")).to_be_visible()
