"""The frame of a page: the keyboard, the language, the drawer, what stands beside."""

from playwright.sync_api import expect

from tests.support.axe import violations


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page, server):
    page.goto(f"{server}fr/kpi/csat/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_language_link_keeps_the_section_and_the_filters(page, server):
    page.goto(f"{server}fr/kpi/csat/#formula")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/kpi/csat/#formula")
    page.goto(f"{server}fr/outcome/#industry=luxury")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/outcome/#industry=luxury")
    assert page.locator("select[name=industry]").input_value() == "luxury"


def test_a_lost_reader_is_told_so_in_the_language_of_the_address(page, server):
    response = page.goto(f"{server}fr/kpi/nowhere/at/all/")
    assert response.status == 404
    assert page.locator("h1").inner_text() == "Page introuvable"
    page.locator(".page").get_by_role("link", name="Rechercher dans le site").click()
    assert page.locator("dialog#search").is_visible()
    page.keyboard.press("Escape")
    page.locator(".page").get_by_role("link", name="KPI", exact=True).click()
    assert page.url == f"{server}fr/kpi/"


def test_a_phone_reaches_sections_and_contents_in_the_drawer_by_touch(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}fr/kpi/csat/")
    drawer = page.locator(".md-sidebar--primary")
    assert not drawer.is_visible()
    page.locator(".drawer-label").click()
    assert drawer.get_by_role("link", name="Calculateur").is_visible()
    assert drawer.get_by_role("link", name="Net Promoter Score (NPS)").is_visible()
    assert violations(page) == []
    drawer.get_by_role("link", name="Questions à poser en réunion").click()
    expect(drawer).not_to_be_visible()
    assert page.url.endswith("#questions")


def test_the_drawer_works_by_keyboard_and_closes_with_escape(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}en/kpi/csat/")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).to_be_visible()
    assert drawer.evaluate("(drawer) => drawer.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    assert page.evaluate("document.activeElement.id") == "__drawer"


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
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}en/kpi/csat/")
    page.wait_for_load_state("networkidle")
    assert not page.locator("script[src*=bundle]").count()
    page.locator("label[for=__palette_1]").dispatch_event("click")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator("label[for=__palette_2]")).to_be_visible()
    expect(page.locator("label[for=__palette_1]")).to_be_hidden()
    page.mouse.move(200, 200)
    expect(page.locator("script[src*=bundle]")).to_have_count(1)
