"""Tables of the outline: walking, writing, pasting from a spreadsheet, and what is refused."""

import httpx
import pytest
from playwright.sync_api import Page, StorageState, expect

from tests.journeys.conftest import Arrive
from tests.journeys.library import WORKSPACE, Library
from tests.journeys.listing import Outline, empty_outline
from tests.product import wait_until

pytestmark = pytest.mark.journey


def test_three_hundred_rows_are_pasted_from_a_spreadsheet_and_taken_back_in_one_step(
    page: Page, program: httpx.Client
) -> None:
    outline = empty_outline(page, program, "From a spreadsheet")
    outline.go("boundaries")
    outline.tab_to(outline.grid)
    # What lies in something stands before it here.
    outline.paste("Name\tTrust\tLies in\nRack\tRestricted\tSite\nSite\tinternal\t\n")
    wait_until("both are there", lambda: {row["name"] for row in outline.rows("boundaries")} == {"Rack", "Site"})
    outline.go("elements")
    outline.tab_to(outline.grid)
    lines = [f'"Store\n{number}"\tDATA STORE\track\t{"yes" if number % 2 else ""}' for number in range(300)]
    outline.paste("\n".join(["name\tKind\tboundary\tEncrypted", *lines]))
    expect(page.get_by_text("Paste 300 rows: 300 new elements").first).to_be_visible()
    wait_until("all are there", lambda: len(outline.rows("elements")) == 300)
    assert set(outline.homes().values()) == {"Rack"}
    assert sum(row["attributes"] == {"encrypted": True} for row in outline.rows("elements")) == 150
    expect(outline.grid).to_have_attribute("aria-rowcount", "302")
    outline.press("Control+End")
    expect(outline.grid.locator(":focus")).to_have_attribute("data-row", "300")
    outline.press("Control+z")
    wait_until("none is left", lambda: outline.rows("elements") == [])
    expect(outline.grid).to_have_attribute("aria-rowcount", "2")
    outline.press("Control+Shift+z")
    wait_until("all are there again", lambda: len(outline.rows("elements")) == 300)


def test_a_block_changes_the_cells_that_it_falls_on_and_adds_what_falls_below(
    page: Page, program: httpx.Client, desk: Library
) -> None:
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    outline.press("Control+End", "ArrowUp", "Home")
    expect(outline.grid.locator(":focus")).to_have_text("Loan records")
    outline.paste("Loan register\nReturns box\tSensor\tlibrary network")
    expect(page.get_by_text("Paste 2 rows: 1 new element, 1 changed").first).to_be_visible()
    wait_until("both are there", lambda: {"Loan register", "Returns box"} <= desk.names())
    assert outline.homes()["Returns box"] == "Library network"
    outline.press("Control+z")
    wait_until("both are as they were", lambda: "Loan records" in desk.names() and "Returns box" not in desk.names())


def test_what_cannot_be_understood_is_named_with_row_column_and_the_nearest_name(
    page: Page, program: httpx.Client, desk: Library
) -> None:
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    outline.paste(
        "Name\tKind\tBoundary\n"
        "Good one\tAgent\tOutside\n"
        "No kind\tAgnet\tOutside\n"
        "No place\tTool\tLibrary netwrk\n"
        "\u200b\u2800\tTool\t\n"
    )
    report = page.get_by_role("dialog", name="Paste 2 rows: 2 new elements")
    expect(report.get_by_role("listitem")).to_contain_text(
        [
            "Row 3, Kind“Agnet” is not known here. Did you mean “Agent”?",
            "Row 4, Boundary“Library netwrk” is not known here. Did you mean “Library network”?",
            "Row 5, NameThis has no letter",
        ]
    )
    outline.press("Escape")
    expect(report).to_have_count(0)
    assert "Good one" not in desk.names()
    outline.paste("\n".join(["Name\tKind"] + ["x\tTool"] * 2_001))
    expect(page.get_by_text("Paste 2,000 rows at a time at most.")).to_be_visible()
    outline.paste("Name\tKind\nGood one\tAgent\nNo kind\tAgnet")
    page.get_by_role("button", name="Paste the rest").press("Enter")
    wait_until("what was understood is there", lambda: "Good one" in desk.names())
    assert "No kind" not in desk.names()


def test_cells_are_written_filled_emptied_and_copied_by_key(page: Page, program: httpx.Client, desk: Library) -> None:
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    outline.press("F2", "End", *" at night", "Enter")
    wait_until("the name is kept", lambda: "Reader at night" in desk.names())
    expect(outline.cell(1, 0)).to_be_focused()
    outline.press("ArrowUp", "F2", *"nothing of it", "Escape")
    expect(outline.cell(0, 0)).to_have_text("Reader at night")
    # A choice that is not there is told and nothing is lost.
    outline.press("ArrowRight", *"zebra", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("“zebra” is not known here")
    outline.press("Escape")
    # Out of scope by its reason, filled down over three rows, and emptied.
    outline.press("ArrowRight", "ArrowRight", *"Looked at elsewhere", "Enter", "ArrowUp")
    outline.press("Shift+ArrowDown", "Shift+ArrowDown", "Control+d")
    wait_until("three are out of scope", lambda: out_of_scope(outline) == 3)
    assert outline.copied() == "\n".join(["Looked at elsewhere"] * 3)
    outline.press("Delete")
    wait_until("all are in scope", lambda: out_of_scope(outline) == 0)
    # Whole rows are duplicated and removed.
    before = len(desk.names())
    outline.press("Home", "Shift+ ", "Control+Shift+d")
    wait_until("there is a copy", lambda: len(desk.names()) == before + 1)
    outline.press("Control+End", "ArrowUp", "Shift+ ", "Delete")
    wait_until("the copy is gone", lambda: len(desk.names()) == before)
    # Sorted by a title.
    outline.press("Control+Home", "ArrowUp", "Enter")
    expect(page.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    expect(outline.cell(0, 0)).to_have_text("Book reviews from the web")


def out_of_scope(outline: Outline) -> int:
    return sum(row["out_of_scope"] for row in outline.rows("elements"))


def test_an_answer_that_comes_from_elsewhere_says_so_and_delete_makes_ones_own_unknown_again(
    page: Page, program: httpx.Client, desk: Library
) -> None:
    boundary = next(
        row for row in Outline(page, program, desk.id).rows("boundaries") if row["name"] == "Library network"
    )
    program.patch(
        f"{desk.api}/boundaries/{boundary['id']}",
        json={"version": boundary["version"], "attributes": {"exposure": "public"}},
    )
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    column = outline.grid.get_by_role("columnheader", name="Exposure").get_attribute("data-column")
    records = outline.grid.get_by_role("row").filter(has_text="Desk agent").locator(f'[data-column="{column}"]')
    expect(records).to_contain_text("from Library network")
    outline.press(*["ArrowDown"] * 3, *["ArrowRight"] * int(column or 0))
    expect(records).to_be_focused()
    outline.press("F2", "ArrowDown", "Enter", "ArrowUp")
    expect(records).not_to_contain_text("from Library network")
    wait_until("it is its own", lambda: "exposure" in desk.element("Desk agent")["attributes"])
    outline.press("Delete")
    wait_until("it is unknown", lambda: "exposure" not in desk.element("Desk agent")["attributes"])
    expect(records).to_contain_text("from Library network")


def test_somebody_elses_text_in_the_same_cell_is_not_overwritten_unseen(
    page: Page, program: httpx.Client, desk: Library
) -> None:
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    outline.press("F2", "End", *" of mine")
    reader = desk.element("Reader")
    program.patch(
        f"{desk.api}/elements/{reader['id']}", json={"version": reader["version"], "name": "Reader of theirs"}
    )
    expect(outline.grid.get_by_role("row", name="theirs")).to_have_count(0)
    page.wait_for_timeout(1_500)
    outline.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Somebody wrote “Reader of theirs” here meanwhile")
    assert "Reader of theirs" in desk.names()
    outline.press("Enter")
    wait_until("mine is kept", lambda: "Reader of mine" in desk.names())


def test_a_viewer_walks_and_copies_and_writes_nothing(
    arrive: Arrive, viewer: StorageState, program: httpx.Client, desk: Library
) -> None:
    page = arrive(viewer)
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    expect(outline.grid).to_have_attribute("aria-readonly", "true")
    before = desk.names()
    outline.press("ArrowDown", "Shift+ArrowRight")
    assert outline.copied() == "Book reviews from the web\tExternal source"
    outline.press(*"nothing", "Delete")
    outline.paste("Nothing")
    expect(outline.grid.get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("button", name="New row")).to_have_count(0)
    outline.press("Home", "Enter")
    expect(page.get_by_role("complementary", name="Book reviews from the web")).to_be_visible()
    outline.go()
    outline.tab_to(outline.tree)
    outline.press("F2", "Delete", "/", "ArrowDown", "ArrowRight")
    expect(page.get_by_role("button", name="Add", exact=True)).to_have_count(0)
    assert desk.names() == before


def test_a_thousand_elements_open_in_the_outline(page: Page, program: httpx.Client) -> None:
    outline = empty_outline(page, program, "A thousand")
    operations = [
        {"op": "create", "type": "element", "values": {"name": f"Part {number:04}", "kind": "process"}}
        for number in range(1_000)
    ]
    made = program.post(f"{WORKSPACE}/systems/{outline.id}/changes", json={"operations": operations})
    assert made.status_code == 200
    outline.go("elements")
    expect(outline.grid).to_have_attribute("aria-rowcount", "1002")
    outline.tab_to(outline.grid)
    outline.press("Control+ArrowDown", "ArrowUp")
    expect(outline.cell(999, 0)).to_be_focused()
    expect(outline.cell(999, 0)).to_have_text("Part 0999")
    assert outline.grid.get_by_role("row").count() < 100
    outline.go()
    outline.tab_to(outline.tree)
    outline.press("End")
    expect(outline.tree.locator(":focus")).to_have_attribute("aria-posinset", "1000")
    expect(outline.tree.locator(":focus")).to_have_text("Part 0999")
