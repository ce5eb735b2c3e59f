"""Material's rules in a layer under ours, without those of parts that the site lacks."""

import pytest
from knowledge.site import theme


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-nav{a:b}.md-search{c:d}", ".md-nav{a:b}"),
        (".md-nav,.md-search__form{a:b}", ".md-nav{a:b}"),
        (".md-nav:is(.a,.b) i,[dir=rtl] .md-nav{a:b}", ".md-nav:is(.a,.b) i{a:b}"),
        ("@media print{.md-search{a:b}}", ""),
        ("@media print{.md-search{a:b}.md-nav{c:d}}", "@media print{.md-nav{c:d}}"),
        ("@keyframes turn{0%{a:b}to{c:d}}", "@keyframes turn{0%{a:b}to{c:d}}"),
        ('@charset "UTF-8";/* note */.md-nav{a:"{};"}', '.md-nav{a:"{};"}'),
        (".md-nav{}", ""),
    ],
)
def test_rules_of_absent_parts_are_left_out(css, kept):
    assert theme.slim(css) == kept


def test_ours_stand_after_the_layer_and_keep_their_rules():
    styles = theme.stylesheet({"theirs": ".md-nav{a:b}", "ours": "/* why */.search{c:d}", "more": ".x{e:f}"})
    assert styles == "@layer material{.md-nav{a:b}}\n.search{c:d}\n.x{e:f}"


def test_a_theme_with_two_bundles_is_not_one_we_know():
    with pytest.raises(ValueError):
        theme.bundle(["assets/javascripts/bundle.1.min.js", "assets/javascripts/bundle.2.min.js"])
