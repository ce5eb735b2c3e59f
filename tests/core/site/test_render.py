"""Pages from templates."""


def test_a_written_page_gets_its_blocks_filled(renderer):
    html = renderer.prose("<p>Before</p>\n<!-- data:tco erp-custom -->", renderer.site.page("en", "tco/"))
    assert "<table" in html and "data:tco" not in html


def test_an_error_page_links_from_the_root_of_its_host(renderer):
    assert 'href="/folder/en/kpi/"' in renderer.page(renderer.site.page("en", "404.html"))
    assert 'href="../../' in renderer.page(renderer.site.page("en", "kpi/csat/"))
