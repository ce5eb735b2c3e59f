"""Where the method explains each quantity of the model: on which of its pages, at which anchor."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..records.formulas import Guard, Pool
from ..records.roi import RoiModel
from ..roi.formula import names_in
from ..roi.model import Model

STARTS = {  # section of the model → how the anchors of its names begin
    "constants": "c-",
    "inputs": "i-",
    "improvements": "i-",
    "formulas": "f-",
    "costs": "f-",
    "given": "f-",
    "monthly": "f-",
    "drivers": "",
    "results": "r-",
}
COMMON, COSTS, RESULTS, RULES = "common", "costs", "results", "rules"  # besides a page a team
INPUT_PAGES = {"cost": COSTS}  # group of inputs that is no team → its page, if not the common one
SECTION_PAGES = {"constants": COMMON, "costs": COSTS, "given": RESULTS, "monthly": RESULTS, "results": RESULTS}


def anchor_of(name: str) -> str:
    """A name of the model as a page writes it in an id."""
    return name.replace("_", "-")


def anchors(record: RoiModel) -> dict[str, str]:
    """Name of the model → the id of the place that explains it."""
    return {name: start + anchor_of(name) for section, start in STARTS.items() for name in getattr(record, section)}


@lru_cache(maxsize=8)
def pages_of(model: Model) -> Mapping[str, str]:
    """Name of the model → the page of the method that explains it: a team's id, or one of the four others."""
    record = model.record
    teams = {driver.team for driver in record.drivers.values()}
    pages = {name: page for section, page in SECTION_PAGES.items() for name in getattr(record, section)}
    pages |= {id: driver.team for id, driver in record.drivers.items()}
    for driver in record.drivers.values():
        pages.setdefault(driver.improvement, driver.team)
    for name, item in record.inputs.items():
        pages[name] = item.group if item.group in teams else INPUT_PAGES.get(item.group, COMMON)
    return pages | formula_pages(model, pages)


def formula_pages(model: Model, pages: dict[str, str]) -> dict[str, str]:
    """A formula stands with all that use it; what several pages use is common."""
    users: dict[str, set[str]] = {name: set() for name in model.record.formulas}
    others = ((RESULTS, {**model.monthly, **model.results}), (RULES, {**model.guards, **model.ceilings}))
    for page, trees in others:
        for tree in trees.values():
            for used in users.keys() & set(names_in(tree)):
                users[used].add(page)
    for name, tree in reversed(model.scalars.items()):  # those that use come after what they use
        page = common_page(users[name]) if name in users else pages[name]
        for used in users.keys() & set(names_in(tree)):
            users[used].add(page)
    return {name: common_page(found) for name, found in users.items()}


def common_page(pages: set[str]) -> str:
    return next(iter(pages)) if len(pages) == 1 else COMMON


@lru_cache(maxsize=8)
def places(model: Model) -> Mapping[str, str]:
    """Name of the model → its place under the method of the calculator: "stores/#i-return-rate"."""
    ids = anchors(model.record)
    return {name: f"{page}/#{ids[name]}" for name, page in pages_of(model).items()} | {
        anchor: f"{RULES}/#{anchor}" for anchor, _ in rules_of(model.record)
    }


def rules_of(record: RoiModel) -> Iterator[tuple[str, Guard | Pool]]:
    """Guard rails and pools, which formulas do not name, each with its anchor among the rules."""
    yield from ((f"g-{anchor_of(id)}", guard) for id, guard in record.guards.items())
    yield from ((f"pool-{anchor_of(id)}", pool) for id, pool in record.pools.items())
