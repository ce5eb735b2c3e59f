"""The frame of a page: the keyboard, the language, the drawer, what stands beside."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page, server):
    page.goto(f"{server}fr/kpi/csat/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_the_language_link_keeps_the_section_and_the_filters(page, server):
    page.goto(f"{server}fr/kpi/csat/#formula")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/kpi/csat/#formula")
    page.goto(f"{server}fr/outcome/#industry=luxury")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/outcome/#industry=luxury")
    expect(page.locator("select[name=industry]")).to_have_value("luxury")


def test_a_lost_reader_is_told_so_in_the_language_of_the_address(page, server):
    response = page.goto(f"{server}fr/kpi/nowhere/at/all/")
    assert response.status == 404
    assert page.locator("h1").inner_text() == "Page introuvable"
    page.locator(".page").get_by_role("link", name="Rechercher dans le site").click()
    expect(page.locator("dialog#search")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".page").get_by_role("link", name="KPI", exact=True).click()
    expect(page).to_have_url(f"{server}fr/kpi/")


def test_a_phone_reaches_sections_and_contents_in_the_drawer_by_touch(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}fr/kpi/csat/")
    drawer = page.locator(".md-sidebar--primary")
    assert not drawer.is_visible()
    page.locator(".drawer-label").click()
    expect(drawer.get_by_role("link", name="Calculateur")).to_be_visible()
    expect(drawer.get_by_role("link", name="Net Promoter Score (NPS)")).to_be_visible()
    assert violations(page) == []
    drawer.get_by_role("link", name="Questions à poser en réunion").click()
    expect(drawer).not_to_be_visible()
    expect(page).to_have_url(f"{server}fr/kpi/csat/#questions")


def test_a_phone_s_drawer_has_all_sections_in_sight_and_closes_by_its_cross(page, server):
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{server}en/kpi/csat/")
    page.locator(".drawer-label").click()
    drawer = page.locator(".md-sidebar--primary")
    for name in page.locator(".md-tabs a").all_text_contents():
        expect(drawer.locator(".nav-tabs").get_by_role("link", name=name, exact=True)).to_be_in_viewport(ratio=1)
    drawer.locator("label").click()
    expect(drawer).not_to_be_visible()


def test_a_phone_keeps_the_way_home_and_leads_back_to_the_top_at_the_side(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}fr/calculator/")
    page.mouse.move(100, 400)
    page.wait_for_function("() => 'document$' in window")  # Material's script has come
    page.mouse.wheel(0, 1500)
    page.wait_for_function("() => scrollY > 1000")
    page.mouse.wheel(0, -300)
    top = page.get_by_role("button", name="Retour en haut de la page")
    expect(top).to_be_visible()
    assert top.bounding_box()["x"] > 300
    page.locator("header").get_by_role("link", name="Valeur OMS").click()
    page.wait_for_url(f"{server}fr/")


@pytest.mark.parametrize("width", [960, 1024, 1240])
def test_where_there_is_room_the_tabs_show_and_a_query_is_read_without_scrolling_sideways(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}fr/kpi/on-time-in-full/")
    for tab in page.locator(".md-tabs a").all():
        expect(tab).to_be_in_viewport(ratio=1)
    assert page.locator("#sql").evaluate("(code) => code.scrollWidth <= code.clientWidth")
    page.mouse.move(100, 400)
    expect(page.get_by_role("button", name="Copier la requête")).to_be_attached()


def test_the_drawer_works_by_keyboard_and_closes_with_escape(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}en/kpi/csat/")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).to_be_visible()
    expect(drawer.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    expect(page.locator("#__drawer")).to_be_focused()


def test_the_contents_mark_the_section_being_read(page, server):
    page.goto(f"{server}en/kpi/csat/")
    page.locator(".md-nav--secondary").get_by_role("link", name="Causes and effects").click()
    expect(page.locator(".md-nav--secondary .md-nav__link--active")).to_have_text("Causes and effects")


def test_what_stands_beside_a_kpi_is_its_team_and_not_the_site(page, server, book):
    page.goto(f"{server}en/kpi/csat/")
    own = [kpi.name["en"] for kpi in book.kpis.values() if kpi.team == "customer-service"]
    assert sorted(page.locator(".nav-leaves > li > a").all_inner_texts()) == sorted(own)
    assert page.locator(".md-nav--primary [aria-current=page]").inner_text() == book.kpis["csat"].name["en"]


def test_the_theme_s_script_waits_for_the_reader_and_the_first_click_on_the_appearance_counts(page, server):
    page.goto(f"{server}en/kpi/csat/")
    page.wait_for_load_state("networkidle")
    assert not page.locator("script[src*=bundle]").count()
    held = []
    page.route("**/bundle.*", lambda route: held.append(route))
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("script[src*=bundle]")).to_have_count(1)
    held[0].continue_()
    expect(page.locator("label[for=__palette_2]")).to_be_visible()
    page.reload()
    expect(page.locator("label[for=__palette_2]")).to_be_visible()
    expect(page.locator("label[for=__palette_1]")).to_be_hidden()


def test_an_old_address_of_the_split_method_leads_to_its_new_page(page, server):
    for old, new in (("pools", "rules/#pools"), ("f-npv", "results/#r-npv"), ("team-stores", "stores/#drivers")):
        page.goto(f"{server}fr/method/roi/#{old}")
        expect(page).to_have_url(f"{server}fr/method/roi/{new}")
    page.goto(f"{server}fr/method/roi/#principles")
    expect(page).to_have_url(f"{server}fr/method/roi/#principles")
