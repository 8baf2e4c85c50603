"""The first minutes of a person who never saw Bifocal."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def test_the_first_page_is_sign_in_with_the_demo_login_said(visitor: Page) -> None:
    visitor.goto("/")
    visitor.wait_for_url("**/accounts/login/**")
    expect(visitor.get_by_text("demo@bifocal.example").first).to_be_visible()


def test_signing_in_leads_to_a_home_with_the_sample_systems(visitor: Page) -> None:
    visitor.goto("/")
    visitor.get_by_role("button", name="Sign in").click()
    expect(visitor.get_by_role("link", name="Consumer loan scoring")).to_be_visible()
