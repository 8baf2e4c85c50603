"""What is at stake: picked from suggestions, written by hand, and looked at again in time."""

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.library import WORKSPACE, fresh_name
from tests.journeys.test_accessibility import keep_picture, violations
from tests.product import wait_until

pytestmark = pytest.mark.journey


@pytest.fixture
def shop(program: httpx.Client) -> str:
    """The address in the API of a shop whose agent refunds for good, with the data of customers."""
    made = program.post(f"{WORKSPACE}/systems", json={"name": fresh_name("Shop")}).json()
    api = f"{WORKSPACE}/systems/{made['id']}"
    agent = {"action_impact": ["irreversible", "financial"], "credentials": "shared"}
    orders = {"data_classes": ["personal"]}
    program.post(f"{api}/elements", json={"name": "Refund agent", "kind": "agent", "attributes": agent})
    program.post(f"{api}/elements", json={"name": "Orders", "kind": "datastore", "attributes": orders})
    return api


def test_assets_losses_and_assumptions_are_picked_from_suggestions(
    page: Page, program: httpx.Client, shop: str
) -> None:
    page.goto(f"/w/demo/systems/{shop.rpartition('/')[2]}/stake")
    assets = page.get_by_role("group", name="Suggested assets")
    expect(assets.get_by_role("listitem").filter(has_text="Personal data")).to_contain_text("Because Orders holds")
    keep_picture(page, "stake-suggestions")
    assert violations(page) == []
    assets.get_by_role("checkbox", name="Personal data").focus()
    page.keyboard.press("Space")
    assets.get_by_role("checkbox", name="The rights that software acts with").check()
    assets.get_by_role("button", name="Add 2 assets").click()
    orders = next(row for row in program.get(f"{shop}/elements").json()["results"] if row["name"] == "Orders")

    def kept() -> dict[str, dict[str, object]]:
        return {row["name"]: row for row in program.get(f"{shop}/assets").json()["results"]}

    wait_until("both are kept", lambda: len(kept()) == 2)
    assert kept()["Personal data"]["held_by"] == [orders["id"]]
    assert kept()["Personal data"]["needs"] == {"confidentiality": "medium", "privacy": "high", "integrity": "medium"}
    expect(page.get_by_role("link", name="Personal data")).to_be_visible()
    suggested = page.get_by_role("button", name="Suggested for this system").first
    suggested.click()
    expect(assets.get_by_role("checkbox", name="Money that the system can move")).to_be_visible()
    expect(assets.get_by_role("checkbox", name="Personal data")).to_have_count(0)
    assets.get_by_role("button", name="Do not suggest: Money that the system can move").click()
    expect(assets.get_by_role("checkbox", name="Money that the system can move")).to_have_count(0)
    page.get_by_role("heading", name="Assets", exact=True).click()
    page.keyboard.press("u")
    wait_until("both are gone again", lambda: not kept())
    expect(assets.get_by_role("checkbox", name="Personal data")).to_be_visible()
    page.reload()
    expect(assets.get_by_role("checkbox", name="Personal data")).to_be_visible()
    expect(assets.get_by_role("checkbox", name="Money that the system can move")).to_have_count(0)
    losses = page.get_by_role("group", name="Suggested losses")
    losses.get_by_role("checkbox", name="An irreversible action").check()
    losses.get_by_role("button", name="Add 1 loss").click()
    expect(page.get_by_role("link", name="An irreversible action")).to_contain_text("It cannot be made good")


def test_an_assumption_has_an_owner_and_is_marked_once_it_is_overdue(
    page: Page, program: httpx.Client, shop: str
) -> None:
    program.post(f"{shop}/assumptions", json={"text": "The vault is locked", "valid_until": "2020-01-31"})
    page.goto(f"/w/demo/systems/{shop.rpartition('/')[2]}/stake")
    line = page.get_by_role("link", name="The vault is locked")
    expect(line).to_contain_text("Overdue")
    line.click()
    page.get_by_role("combobox", name="Who answers for it").fill("Dem")
    page.get_by_role("option", name="Demo").click()
    wait_until(
        "Demo answers for it",
        lambda: program.get(f"{shop}/assumptions").json()["results"][0]["owner"] == "Demo",
    )
    page.get_by_label("Look at it again by").fill("2199-01-31")
    expect(line).not_to_contain_text("Overdue")
    expect(line).to_contain_text("Demo")


def test_a_detail_says_what_an_element_holds_and_where_an_answer_comes_from(
    page: Page, program: httpx.Client, shop: str
) -> None:
    asset = program.post(f"{shop}/assets", json={"name": "Names of customers"}).json()
    office = program.post(f"{shop}/boundaries", json={"name": "Office", "attributes": {"monitored": True}}).json()
    rows = program.get(f"{shop}/elements").json()["results"]
    agent = next(row for row in rows if row["name"] == "Refund agent")
    program.patch(f"{shop}/elements/{agent['id']}", json={"boundary": office["id"]})
    page.goto(f"/w/demo/systems/{shop.rpartition('/')[2]}/picture?view=outline&show={agent['id']}")
    held = page.get_by_role("region", name="Assets that it holds")
    expect(held).to_contain_text("None that anybody has named.")
    held.get_by_role("combobox", name="Add an asset that it holds").click()
    page.get_by_role("option", name="Names of customers").click()

    def holders() -> list[str]:
        found: list[str] = program.get(f"{shop}/assets/{asset['id']}").json()["held_by"]
        return found

    wait_until("it holds them", lambda: holders() == [agent["id"]])
    held.get_by_role("button", name="It does not hold Names of customers").click()
    wait_until("it does not", lambda: holders() == [])
    page.get_by_role("link", name="from Office").click()
    expect(page.get_by_role("complementary", name="Office")).to_be_visible()
