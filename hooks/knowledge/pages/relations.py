"""The relations of KPIs, seen from both ends."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..records.base import Localized
from ..records.book import Book
from ..records.kpi import Relation
from .charts import SmallMap, small_map
from .views import kpis_by_number


@dataclass(frozen=True)
class Link:
    """A relation as one of its two ends sees it; `outward` where it was typed at this end."""

    kpi: str
    kind: str
    note: Localized
    outward: bool


def relations_of(book: Book, id: str) -> list[Link]:
    """The relations of a KPI, those typed in other records included."""
    own = [Link(relation.kpi, relation.kind, relation.note, True) for relation in book.kpis[id].relations]
    others = [
        Link(other, relation.kind, relation.note, False)
        for other, relation in every_relation(book)
        if relation.kpi == id
    ]
    return own + others


def grouped_relations(book: Book, id: str) -> dict[str, list[Link]]:
    """The relations of a KPI as its page shows them: causes, effects, tensions, what must not be counted twice."""
    links = relations_of(book, id)
    return {
        "causes": [link for link in links if link.kind == "causes" and not link.outward],
        "effects": [link for link in links if link.kind == "causes" and link.outward],
        "tensions": [link for link in links if link.kind == "trades-off"],
        "twins": [link for link in links if link.kind not in ("causes", "trades-off")],
    }


def map_of(book: Book, lang: str, id: str) -> SmallMap | None:
    """The drawing of what acts on a KPI and what it acts on; None where neither is known."""
    groups = grouped_relations(book, id)
    causes, effects = ([link.kpi for link in groups[side]] for side in ("causes", "effects"))
    names = {kpi_id: kpi.name[lang] for kpi_id, kpi in book.kpis.items()}
    return small_map(id, causes, effects, names) if causes or effects else None


def every_relation(book: Book) -> Iterable[tuple[str, Relation]]:
    return ((id, relation) for id, kpi in kpis_by_number(book).items() for relation in kpi.relations)
