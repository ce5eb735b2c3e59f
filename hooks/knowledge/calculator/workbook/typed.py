"""Two sheets: what the reader types, and what each figure rests on."""

from ...records.inputs import Backing, Improvement, Input
from ...records.roi import SCENARIOS, Scenario
from ...roi.formula import Number
from ...words.benchmarks import benchmarks_of, quote_benchmark
from ...words.wording import filled
from ..figures import evidence_words, measure
from .cells import Allowed, Cell, Sheet, address, text
from .maker import Maker

TYPED, DEFAULT, LEFT = 1, 2, 6  # columns of the inputs
MODELS = {"low": 2, "base": 3, "high": 4}  # columns of the improvements
ENDS: dict[Scenario, int] = {"low": 10, "high": 11}  # columns of what the reader puts into the two other scenarios


def inputs(maker: Maker) -> Sheet:
    """What the reader types over the defaults, and what the formulas take."""
    sheet = maker.sheet("inputs", 46, 13, 13, 13, 13, 13, 11, 13, 18, 40, 13, 13, 13, 13)
    sheet.frozen = (3, 1)
    situation(maker, sheet)
    first = len(sheet.rows) + 1
    for group, label in groups(maker).items():
        maker.section(sheet, label)
        numbers = map(maker.word, ("yours", "default", "used", "from", "to", "left"))
        maker.heads(sheet, "", [*numbers, ""], map(maker.word, ("unit", "where")))
        sheet.rows[-1] += heads_of_ends(maker) + [text(maker.scenario_words()[place], "head") for place in (0, 2)]
        for id, item in maker.record.inputs.items():
            if item.group == group:
                input_row(maker, sheet, id, item)
    sheet.column("inputs_left", LEFT, first, len(sheet.rows))
    improvements(maker, sheet)
    constants(maker, sheet)
    choices(maker, sheet)
    return sheet


def groups(maker: Maker) -> dict[str, str]:
    """The groups of inputs, those of the model first, then the teams."""
    names = {**maker.record.groups, **{id: team.name for id, team in maker.book.teams.items() if team.team}}
    return {id: maker.set(label) for id, label in names.items()}


def heads_of_ends(maker: Maker) -> list[Cell | None]:
    return [text(maker.word(f"in_{scenario}"), "head") for scenario in ENDS]


def end_cells(maker: Maker, id: str, allowed: Allowed) -> list[Cell | None]:
    """What the reader puts into the low and the high scenario; left empty, the base or the model's holds there."""
    pattern = maker.pattern(maker.model.units[id])
    return [Cell(key=f"ends.{scenario}.{id}", style="typed", pattern=pattern, allowed=allowed) for scenario in ENDS]


def situation(maker: Maker, sheet: Sheet) -> None:
    """What the retailer runs today, chosen from those of the model."""
    chosen = Cell(
        key="case.situation",
        style="chosen",
        name="situation",
        allowed=Allowed(choices="situations", hint=maker.word("choose")),
    )
    sheet.row(text(maker.word("situation", "roi"), "label"), chosen)
    number = Cell(formula="=MATCH(situation,situations,0)", key="case.number", pattern="0", name="situation_number")
    sheet.row(text(maker.word("situations"), "label"), number)


def choices(maker: Maker, sheet: Sheet) -> None:
    """The situations of the model, which the cell above is chosen from."""
    maker.section(sheet, maker.word("situations"))
    first = len(sheet.rows) + 1
    for label in maker.record.situations.values():
        sheet.row(text(maker.set(label)))
    sheet.column("situations", 0, first, len(sheet.rows))


def input_row(maker: Maker, sheet: Sheet, id: str, item: Input) -> None:
    pattern, row = maker.pattern(item.unit), len(sheet.rows) + 1
    typed, default = address(TYPED, row), address(DEFAULT, row)
    sheet.row(
        text(maker.set(item.label), "label"),
        Cell(key=f"typed.{id}", style="typed", pattern=pattern, allowed=allowed(maker, item)),
        Cell(formula=default_of(maker, id, item, "base"), key=f"defaults.{id}", pattern=pattern),
        Cell(formula=f"=IF(ISNUMBER({typed}),{typed},{default})", key=f"base.values.{id}", pattern=pattern, name=id),
        Cell(item.min, pattern=pattern),
        Cell(item.max, pattern=pattern),
        Cell(formula=left(item, typed, default), key=f"left.{id}", pattern="0"),
        None,
        maker.unit(id),
        text(maker.set(item.where), "note"),
    )
    if item.ranged:
        sheet.rows[-1] += end_cells(maker, id, allowed(maker, item))
        sheet.rows[-1] += [
            Cell(
                formula=f"=IF(ISNUMBER({address(place, row)}),{address(place, row)},"
                f"IF(ISNUMBER({typed}),{typed},{default_of(maker, id, item, scenario)[1:]}))",
                key=f"{scenario}.values.{id}",
                pattern=pattern,
                name=maker.live.name(id, scenario),
            )
            for scenario, place in ENDS.items()
        ]
        for place, cell in enumerate(sheet.rows[-1]):
            if cell and place > max(ENDS.values()):
                sheet.name(cell.name, address(place, row, fixed=True))


def left(item: Input, typed: str, default: str) -> str:
    """Whether an input is at its default.

    Spreadsheets find two numbers equal that differ in their last digits, so nothing is compared with an estimate.
    """
    defaults = item.default.values() if isinstance(item.default, dict) else [item.default]
    compared = "0" if any(isinstance(value, str) for value in defaults) else f"IF({typed}={default},1,0)"
    return f"=IF(ISNUMBER({typed}),{compared},1)"


def default_of(maker: Maker, id: str, item: Input, scenario: Scenario) -> str:
    """The default in the situation chosen: a number, or what is estimated from other inputs."""
    found = []
    for situation, trees in maker.model.estimates.items():
        default = item.default_in(situation)
        tree = trees[id] if isinstance(default, str) else Number(default)
        found.append(maker.live.formula(tree, scenario)[1:])
    return f"={found[0]}" if len(set(found)) == 1 else f"=CHOOSE(situation_number,{','.join(found)})"


def allowed(maker: Maker, item: Input) -> Allowed:
    choices = (0.0, 1.0) if item.switch else tuple(item.choices)
    return Allowed(item.min, item.max, choices, bounds(maker, item.unit, item.min, item.max))


def bounds(maker: Maker, unit: str, low: float, high: float) -> str:
    ends = {"low": low, "high": high}
    said = {name: measure(value, unit, maker.record, maker.lang) for name, value in ends.items()}
    return filled(maker.word("bounds", "roi"), said)


def improvements(maker: Maker, sheet: Sheet) -> None:
    """What the system improves: the model's range, and the one that follows from what the reader types."""
    maker.section(sheet, maker.word("improvements", "roi"))
    models = map(maker.word, ("model_low", "model_base", "model_high"))
    numbers = [maker.word("yours"), *models, *maker.scenario_words()]
    maker.heads(sheet, "", numbers, map(maker.word, ("unit", "kpi")))
    sheet.rows[-1] += heads_of_ends(maker)
    for id, item in maker.record.improvements.items():
        improvement_row(maker, sheet, id, item)


def improvement_row(maker: Maker, sheet: Sheet, id: str, item: Improvement) -> None:
    pattern, row = maker.pattern(item.unit), len(sheet.rows) + 1
    hint = bounds(maker, item.unit, 0, item.max)
    formulas = around(item, address(TYPED, row), {name: address(place, row) for name, place in MODELS.items()})
    for scenario, place in ENDS.items():
        own = address(place, row)
        formulas[scenario] = f"=IF(ISNUMBER({own}),{own},{formulas[scenario][1:]})"
    limits = Allowed(0, item.max, hint=hint)
    sheet.row(
        text(maker.set(item.label), "label"),
        Cell(key=f"typed.{id}", style="typed", pattern=pattern, allowed=limits),
        *(Cell(getattr(item, scenario), pattern=pattern) for scenario in SCENARIOS),
        *(
            Cell(formula=formulas[name], key=f"{name}.values.{id}", pattern=pattern, name=maker.live.name(id, name))
            for name in SCENARIOS
        ),
        maker.unit(id),
        text(maker.set(maker.book.kpis[item.kpi].name), "note"),
        *end_cells(maker, id, limits),
    )


def around(item: Improvement, typed: str, cells: dict[str, str]) -> dict[str, str]:
    """`Improvement.around` with the reader's cell and those of the model's low, base and high."""
    base, scale = f"IF(ISNUMBER({typed}),{typed},{cells['base']})", ""
    if item.base:
        scale = f"*{base}/{cells['base']}"
    high = f"{cells['high']}{scale}"
    return {
        "low": f"={cells['low']}{scale}",
        "base": f"={base}",
        "high": f"=MIN({high},MAX({cells['high']},{base}))",
    }


def constants(maker: Maker, sheet: Sheet) -> None:
    """What no reader changes."""
    maker.section(sheet, maker.word("constants"))
    for id, item in maker.record.constants.items():
        value = Cell(item.value, pattern=maker.pattern(item.unit), name=id)
        sheet.row(text(maker.set(item.label), "label"), None, None, value, *(None,) * 4, maker.unit(id))


# --- what each figure rests on ------------------------------------------------------------------------------------


def assumptions(maker: Maker) -> Sheet:
    """Each figure with its evidence; what the reader typed or measured is the reader's own data."""
    sheet = maker.sheet("assumptions", 46, 14, 14, 14, 18, 9, 16, 80)
    sheet.frozen = (4, 1)
    evidence_heads(maker, sheet, maker.word("inputs"))
    for id, item in maker.record.inputs.items():
        kind = maker.word(item.source.kind.replace("-", "_"), "roi_method")
        evidence(maker, sheet, id, kind, backing(maker, item.source))
    maker.section(sheet, maker.word("improvements", "roi"))
    evidence_heads(maker, sheet, "")
    for id, change in maker.record.improvements.items():
        evidence(maker, sheet, id, "", change.evidence[maker.lang])
    return sheet


def backing(maker: Maker, source: Backing) -> str:
    """The benchmarks that a default is or quotes, and its note."""
    figures = [f"{quote_benchmark(maker.book.benchmarks[id], maker.book, maker.lang)}." for id in benchmarks_of(source)]
    return " ".join([*figures, *([source.note[maker.lang]] if source.note else [])])


def evidence_heads(maker: Maker, sheet: Sheet, label: str) -> None:
    words = [maker.word("unit"), maker.word("tier", "roi"), maker.word("source"), maker.word("assumptions")]
    maker.heads(sheet, label, map(maker.word, ("used", "range_low", "range_high")), words)


def evidence(maker: Maker, sheet: Sheet, id: str, kind: str, note: str) -> None:
    """The figure that the formulas take, how good its evidence is, and the texts that say what it rests on."""
    name, pattern = maker.live.name(id, "base"), maker.pattern(maker.model.units[id])
    value = Cell(formula=f"={name}", key=f"base.values.{id}", pattern=pattern)
    said = text(maker.set_text(evidence_words(maker.book, note, maker.lang)), "note")
    tier = Cell(key=f"evidence.{id}", style="text")
    ends = (Cell(key=f"ranges.{id}", place=place, pattern=pattern) for place in range(2))
    sheet.row(text(maker.label(id), "label"), value, *ends, maker.unit(id), tier, text(kind), said)
