"""What changed from edition to edition, as an Atom feed a language. Its dates are those of the editions."""

from markupsafe import escape

from ..pages.changes import Change, Piece, Step, of, steps
from ..pages.editions import editions
from ..words.formats import day, typeset
from ..words.wording import filled
from .frame import Site

URI = "changes/"


def feed(site: Site, lang: str) -> str:
    """One entry an edition, the latest first; what is not in an edition yet is on the page only."""
    words, address = site.words[lang]["changes"], site.settings.site_url + f"{lang}/{URI}"
    past = editions(site.book)
    told = [step for step in steps(site.book, lang) if step.number]
    updated = f"{past[-1].day}T00:00:00Z" if past else "1970-01-01T00:00:00Z"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<title>{text(site.words[lang]['site']['name'], lang)} · {text(words['title'], lang)}</title>\n"
        f"<id>{escape(address)}</id>\n<updated>{updated}</updated>\n"
        f"<author><name>{text(site.words[lang]['site']['name'], lang)}</name></author>\n"
        f'<link href="{escape(address)}"/>\n<link rel="self" href="{escape(address)}feed.xml"/>\n'
        + "".join(feed_entry(site, lang, address, step) for step in told)
        + "</feed>\n"
    )


def feed_entry(site: Site, lang: str, address: str, step: Step) -> str:
    words = site.words[lang]["changes"]
    title = filled(words["edition"], {"n": str(step.number), "day": day(step.day, lang)})
    moved = [of(change.name, said(change, site, lang), lang) for changes in step.changes.values() for change in changes]
    lines = [*moved, "", words["why"], *step.why] if step.why else moved
    url = escape(f"{address}#edition-{step.number}")
    return (
        f"<entry><title>{text(title, lang)}</title><id>{url}</id><updated>{step.day}T00:00:00Z</updated>"
        f'<link href="{url}"/><content type="text">{text(chr(10).join(lines), lang)}</content></entry>\n'
    )


def said(change: Change, site: Site, lang: str) -> str:
    """Before → after; of a long stretch that did not move, the ends."""
    words, (before, after) = site.words[lang]["changes"], change.marked
    if change.before == change.after:
        return f"{joined(before)} ({words['same']})"
    return f"{joined(before) or words['added']} → {joined(after) or words['removed']}"


def joined(pieces: list[Piece]) -> str:
    return " ".join(words for words, _ in pieces)


def text(words: str, lang: str) -> str:
    return escape(typeset(words, lang))
