"""Two at the same thing, and work without a line: what can be is saved, the rest is shown, nothing typed is lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Locator, Page, Route, StorageState, expect

from tests.journeys.conftest import Arrive, sign_in
from tests.journeys.library import Library
from tests.journeys.test_accessibility import violations
from tests.product import wait_until

pytestmark = pytest.mark.journey
CHANGES = re.compile("/changes$")


def panel_of(page: Page, desk: Library, element: str) -> Locator:
    page.goto(f"{desk.address}/picture?view=outline&show={desk.element(element)['id']}")
    name = page.get_by_label("Name", exact=True)
    expect(name).to_have_value(element)
    return name


def changed_elsewhere(desk: Library, element: str, **values: str) -> None:
    row = desk.element(element)
    desk.client.patch(f"{desk.api}/elements/{row['id']}", json={**values, "version": row["version"]})


def names(desk: Library) -> set[str]:
    rows = desk.client.get(f"{desk.api}/elements?page_size=200").json()["results"]
    return {row["name"] for row in rows}


def deeds(desk: Library) -> list[str]:
    rows = desk.client.get(f"{desk.api}/events?page_size=200").json()["results"]
    return [row["verb"] for row in rows if row["verb"] == "system.edited"]


def wait_at(page: Page, what: str, condition: Callable[[], bool]) -> None:
    """As wait_until, while the page's requests go on being answered by this test."""

    def waited() -> bool:
        page.wait_for_timeout(100)
        return condition()

    wait_until(what, waited)


def test_two_people_in_two_fields_of_one_element_both_win(
    page: Page, arrive: Arrive, edda: StorageState, desk: Library
) -> None:
    other = arrive(edda)
    name, _ = panel_of(page, desk, "Desk agent"), panel_of(other, desk, "Desk agent")
    name.fill("Night desk agent")
    other.get_by_label("Out of scope").first.wait_for()
    boundary = other.get_by_label("Boundary", exact=True).first
    boundary.click()
    other.get_by_role("option", name="Outside").click()
    name.blur()
    wait_until("both are saved", lambda: "Night desk agent" in names(desk))
    row = desk.element("Night desk agent")
    outside = next(
        one for one in desk.client.get(f"{desk.api}/boundaries").json()["results"] if one["name"] == "Outside"
    )
    assert row["boundary"] == outside["id"]
    for one in (page, other):
        expect(one.get_by_label("Name", exact=True)).to_have_value("Night desk agent", timeout=5_000)
        expect(one.get_by_role("alert")).to_have_count(0)


def test_the_later_of_two_in_one_field_is_told_who_it_was_and_keeps_their_text(
    page: Page, arrive: Arrive, edda: StorageState, desk: Library
) -> None:
    other = arrive(edda)
    mine, theirs = panel_of(page, desk, "Desk agent"), panel_of(other, desk, "Desk agent")
    mine.fill("My agent")
    theirs.fill("Her agent")
    theirs.blur()
    # It has arrived, and does not disturb what is being written.
    expect(page.get_by_role("treeitem", name="Her agent")).to_be_visible(timeout=5_000)
    expect(mine).to_have_value("My agent")
    mine.blur()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("edda changed name")
    for text in ("Her agent", "My agent"):
        expect(alert).to_contain_text(text)
    assert "Her agent" in names(desk)
    alert.get_by_role("button", name="Use mine").click()
    expect(theirs).to_have_value("My agent", timeout=5_000)
    expect(alert).to_have_count(0)
    mine.fill("My second")
    changed_elsewhere(desk, "My agent", name="Her second")
    expect(page.get_by_role("treeitem", name="Her second")).to_be_visible(timeout=5_000)
    mine.blur()
    alert.get_by_role("button", name="Keep theirs").click()
    expect(mine).to_have_value("Her second")
    assert "Her second" in names(desk)


def test_a_name_given_on_the_canvas_is_kept_when_somebody_was_faster(page: Page, desk: Library) -> None:
    agent = desk.element("Desk agent")["id"]
    page.goto(f"{desk.address}/picture")
    page.locator(f"[data-part='{agent}']").dblclick()
    expect(page.get_by_label("Name of")).to_be_focused()
    page.keyboard.type("My agent")
    changed_elsewhere(desk, "Desk agent", name="Her agent")
    expect(page.locator(f"[data-part='{agent}']")).to_contain_text("Her agent", timeout=5_000)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Close").first.click()
    page.locator(f"[data-part='{agent}']").dblclick()
    page.keyboard.type("My agent")
    changed_elsewhere(desk, "Her agent", name="Her other agent")
    expect(page.locator(f"[data-part='{agent}']")).to_contain_text("Her other agent", timeout=5_000)
    page.keyboard.press("Enter")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("My agent")
    expect(alert).to_contain_text("Her other agent")
    alert.get_by_role("button", name="Use mine").click()
    expect(page.locator(f"[data-part='{agent}']")).to_contain_text("My agent")
    wait_until("mine is saved", lambda: "My agent" in names(desk))


def test_changes_wait_for_the_line_outlive_a_reload_and_are_done_once(page: Page, desk: Library) -> None:
    before = len(deeds(desk))
    name = panel_of(page, desk, "Desk agent")
    page.context.set_offline(True)
    for text in ("First", "Second"):
        name.fill(text)
        name.blur()
    expect(page.get_by_role("treeitem", name="Second")).to_be_visible()
    banner = page.get_by_text("2 changes are not saved yet. They are kept in this browser")
    expect(banner).to_be_visible()
    # A page that was not loaded before says why it cannot be.
    page.get_by_role("link", name="History").first.click()
    expect(page.get_by_text(re.compile("cannot be reached|stopped"))).to_be_visible(timeout=20_000)
    # The server gets the first, and its answer is lost; then the page is loaded anew.
    reached: list[str] = []

    def lose(route: Route) -> None:
        if not reached:
            reached.append(route.fetch().text())
        route.abort()

    page.route(CHANGES, lose)
    page.context.set_offline(False)
    wait_at(page, "the server has it", lambda: "First" in names(desk))
    page.reload()
    expect(page.get_by_text("2 changes are not saved yet.")).to_be_visible()
    page.unroute(CHANGES)
    wait_until("all is saved", lambda: "Second" in names(desk))
    expect(page.get_by_text("not saved yet")).to_have_count(0, timeout=30_000)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert len(deeds(desk)) == before + 2


def test_a_page_that_is_opened_without_a_line_says_so_and_goes_on_by_itself(page: Page, desk: Library) -> None:
    name = panel_of(page, desk, "Desk agent")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    name.fill("Written offline")
    name.blur()
    expect(page.get_by_text("1 change is not saved yet.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    expect(page.get_by_text("1 change waits in this browser")).to_be_visible()
    assert violations(page) == []
    # Only pages of the product are answered so.
    other = page.context.new_page()
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        other.goto("/accounts/login/")
    other.close()
    page.goto("/w/demo")
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    wait_until("it is saved", lambda: "Written offline" in names(desk))
    expect(page.get_by_text("not saved yet")).to_have_count(0)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("No change waits in this browser.")).to_be_visible()


def said_of(desk: Library, element: str) -> list[tuple[str, bool]]:
    """What was said of it, and whether it is an answer."""
    rows = desk.client.get(f"{desk.api}/comments?object={desk.element(element)['id']}").json()["results"]
    return [(row["text"], row["parent"] is not None) for row in rows]


def test_comments_wait_for_the_line_outlive_a_reload_and_are_said_once(page: Page, desk: Library) -> None:
    agent = desk.element("Desk agent")["id"]
    first = {"object_type": "element", "object": agent, "text": "Who may ask it?"}
    desk.client.post(f"{desk.api}/comments", json=first)
    page.goto(f"{desk.address}/picture?show={agent}")
    comments = page.get_by_role("region", name="Comments")
    expect(comments.get_by_text("Who may ask it?")).to_be_visible()
    page.context.set_offline(True)
    comments.get_by_role("button", name="Answer").click()
    comments.get_by_role("textbox", name="Answer").fill("Readers.")
    comments.get_by_role("textbox", name="Answer").press("Control+Enter")
    comments.get_by_label("Write a comment").fill("What dos it answer?")
    comments.get_by_label("Write a comment").press("Control+Enter")
    expect(comments.get_by_label("Write a comment")).to_have_value("")
    # Also what the server has not seen yet can be edited and answered.
    comments.get_by_role("button", name="Edit your comment: What dos").click()
    comments.get_by_label("Edit your comment", exact=True).fill("What does it answer?")
    comments.get_by_role("button", name="Save comment").click()
    comments.get_by_role("button", name="Answer").last.click()
    comments.get_by_role("textbox", name="Answer").fill("Questions.")
    comments.get_by_role("textbox", name="Answer").press("Control+Enter")
    comments.get_by_role("button", name="Resolve").first.click()
    expect(comments.get_by_role("article").filter(has_text="not saved yet")).to_have_count(2)
    expect(comments.get_by_text("Who may ask it?")).to_have_count(0)
    expect(page.get_by_text("5 changes are not saved yet.")).to_be_visible()
    assert violations(page) == []
    # The server gets the first, and its answer is lost; then the page is loaded anew.
    reached: list[str] = []

    def lose(route: Route) -> None:
        if route.request.method == "GET":
            return route.continue_()
        if not reached:
            reached.append(route.fetch().text())
        return route.abort()

    said = re.compile("/comments(/|$|[?])")
    page.route(said, lose)
    page.context.set_offline(False)
    wait_at(page, "the server has it", lambda: ("Readers.", True) in said_of(desk, "Desk agent"))
    page.reload()
    expect(comments.get_by_text("What does it answer?")).to_be_visible()
    comments.get_by_role("button", name="Show 1 resolved thread").click()
    expect(comments.get_by_text("Readers.")).to_have_count(1)
    page.unroute(said)
    expect(page.get_by_text("not saved yet")).to_have_count(0, timeout=30_000)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(comments.get_by_text("Resolved by Demo")).to_be_visible()
    talk = [("Who may ask it?", False), ("Readers.", True), ("What does it answer?", False), ("Questions.", True)]
    assert said_of(desk, "Desk agent") == talk


def test_a_comment_that_is_refused_in_the_end_is_shown_with_its_text(page: Page, desk: Library) -> None:
    agent = desk.element("Desk agent")["id"]
    page.goto(f"{desk.address}/picture?show={agent}")
    field = page.get_by_label("Write a comment")
    expect(field).to_be_visible()
    page.context.set_offline(True)
    field.fill("Is that so?")
    field.press("Control+Enter")
    expect(page.get_by_text("1 change is not saved yet.")).to_be_visible()
    desk.client.delete(f"{desk.api}/elements/{agent}")
    page.context.set_offline(False)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Not saved: Comment", timeout=30_000)
    expect(alert).to_contain_text("Is that so?")
    page.reload()
    expect(alert).to_contain_text("Is that so?")
    alert.get_by_role("button", name="Discard").click()
    expect(alert).to_have_count(0)


def test_what_somebody_else_changed_meanwhile_is_shown_as_a_conflict_afterwards(page: Page, desk: Library) -> None:
    name = panel_of(page, desk, "Desk agent")
    page.context.set_offline(True)
    name.fill("Written offline")
    name.blur()
    expect(page.get_by_text("1 change is not saved yet.")).to_be_visible()
    changed_elsewhere(desk, "Desk agent", name="Written online")
    page.get_by_role("treeitem", name="Reader").first.click()
    page.context.set_offline(False)
    # The detail is closed by now, so the page itself tells it.
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Not saved: Change Desk agent", timeout=30_000)
    for text in ("Written offline", "Written online"):
        expect(alert).to_contain_text(text)
    page.reload()
    expect(alert).to_contain_text("Written offline")
    alert.get_by_role("button", name="Use mine").click()
    wait_until("mine is saved", lambda: "Written offline" in names(desk))
    expect(alert).to_have_count(0)


def test_a_text_that_is_still_being_written_outlives_a_reload(page: Page, desk: Library) -> None:
    panel_of(page, desk, "Desk agent")
    page.get_by_label("Description").fill("Answers readers at night.")
    page.reload()
    expect(page.get_by_text("Answers readers at night.").first).to_be_visible()
    wait_until("it is saved", lambda: desk.element("Desk agent")["description"] == "Answers readers at night.")


def test_signing_out_leaves_no_change_behind(visitor: Page, desk: Library) -> None:
    page = visitor
    sign_in(page)
    name = panel_of(page, desk, "Desk agent")
    page.route(CHANGES, lambda route: route.abort())
    name.fill("Secret plan")
    name.blur()
    expect(page.get_by_text("1 change is not saved yet.")).to_be_visible()
    page.goto("/accounts/logout/")
    assert "Secret plan" in page.evaluate("JSON.stringify(localStorage)")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile("/accounts/login/|/$"))
    assert "Secret plan" not in page.evaluate("JSON.stringify(localStorage)")
