"""Every page in a real Chromium."""

SAMPLE = [
    "/fr/",
    "/en/kpi/",
    "/fr/kpi/on-time-in-full/",
    "/en/outcome/",
    "/fr/tco/",
    "/en/method/",
    "/fr/glossary/",
    "/en/team/stores/",
    "/fr/industry/home/",
    "/en/kpi/map/",
    "/fr/guide/order-flows/",
    "/en/case-study/",
]
