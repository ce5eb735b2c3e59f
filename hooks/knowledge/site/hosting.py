"""What hosts and machines are told of the site: its pages, its headers, and what has moved."""

from collections.abc import Iterable

from markupsafe import escape

from ..pages.page import Page, Settings
from ..records.base import LANGUAGES
from ..records.book import Book
from .frame import POLICY, Site, alternates


def sitemap(site: Site) -> str:
    """All pages, each with its alternates; x-default is the page that offers both languages."""
    listed = [page for page in site.pages.values() if page.kind != "error"]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(sitemap_entry(site, page) for page in listed)
        + "</urlset>\n"
    )


def sitemap_entry(site: Site, page: Page) -> str:
    links = [(lang, url) for lang, _, url in alternates(site, page)]
    if page.uri == "":
        links.append(("x-default", ""))
    return (
        f"<url><loc>{escape(site.settings.site_url + page.url)}</loc>"
        + "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(site.settings.site_url + url)}"/>'
            for lang, url in links
        )
        + "</url>\n"
    )


def headers() -> str:
    """For hosts that read a `_headers` file: the policy as a header, which alone can forbid framing."""
    lines = (
        f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
        "Strict-Transport-Security: max-age=31536000",  # this host alone: others of the domain are not ours to bind
    )
    return "/*\n" + "".join(f"  {line}\n" for line in lines)


def robots(settings: Settings) -> str:
    return f"User-agent: *\nAllow: /\nSitemap: {settings.site_url}sitemap.xml\n"


def redirect_targets(book: Book) -> Iterable[tuple[str, str, str]]:
    """(language, old, new) of every page that moved."""
    return (
        (lang, redirect.old, redirect.new)
        for redirect in book.redirects.values()
        for lang in LANGUAGES
        if "#" not in redirect.old
    )


def moved_anchors(book: Book, uri: str) -> dict[str, str]:
    """Old anchor → new anchor, of those that moved within a page."""
    moves = (redirect for redirect in book.redirects.values() if redirect.old.startswith(f"{uri}#"))
    return {redirect.old.partition("#")[2]: redirect.new.partition("#")[2] for redirect in moves}
