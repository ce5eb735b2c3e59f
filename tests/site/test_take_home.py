"""What a reader takes home holds nothing that would break out of its file."""

import re

from knowledge.site.assets import OFFLINE
from knowledge.words.reviews import last_reviewed


def test_the_script_of_the_file_stands_alone_and_stays_inside_its_element(site):
    text = (site / OFFLINE).read_text(encoding="utf-8")
    names = re.findall(r"(?m)^const (\$\w+) = \(\(\) => \{$", text)
    assert len(names) > 20 and len(set(names)) == len(names)
    assert not re.search(r"(?m)^import|\bimport\(|</script|<!--", text)


def test_the_styles_of_the_file_stay_inside_their_element(site):
    (sheet,) = (site / "assets/stylesheets").glob("*.css")
    assert "</style" not in sheet.read_text(encoding="utf-8").lower()


def test_the_edition_is_the_last_review_of_the_data(pages, book):
    day = last_reviewed(book).isoformat()
    for url in ("fr/business-case/", "en/value/"):
        assert f'data-edition="{day}"' in pages[url].html
    assert day >= max(kpi.reviewed for kpi in book.kpis.values()).isoformat()
