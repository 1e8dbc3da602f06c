"""How a book looks: its chapters, one at a time, and the comparison of places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pbgov.base import Markup

BOOK: Final = """
.title { font-size: 1.05rem; font-weight: 650; margin: 0 12rem 0 0; min-height: 2rem; color: var(--soft) }
nav.chapters {
  position: sticky; top: 0; z-index: 1; background: var(--paper); margin: 0 -2rem; padding: 0 2rem;
  border-bottom: 1px solid var(--rule);
}
nav.chapters ul { border: 0; margin: 0; padding: .5rem 0; gap: .3rem .5rem; overflow-x: auto }
nav.chapters a {
  display: block; padding: .25rem .9rem; border-radius: 1rem; text-decoration: none; white-space: nowrap;
}
.chapter section { scroll-margin-top: 3.6rem }
.chapter { scroll-margin-top: 14rem }
.comparison { width: 100%; max-width: 46rem; height: auto }
.comparison.many { width: auto; max-width: none }
.comparison text.row, .comparison text.part { text-anchor: start }
.comparison text { font-weight: 400 }
.comparison text.part { font-weight: 650 }
.comparison .band { fill: var(--card) }
.comparison .rule { stroke: var(--rule) }
.comparison .bar, .comparison .at_work { fill: var(--accent) }
.comparison .open, .comparison .silent { stroke: var(--accent) }
.comparison .breached { fill: var(--bad) }
.comparison .absent { stroke: var(--none) }
.sides td small, .sides th small, .statements small { display: block; font-size: .8rem; overflow-wrap: anywhere }
.sides tbody th, .statements tbody th { min-width: 9rem; max-width: 20rem }
.statements .badge { white-space: nowrap }
.sides tbody th {
  position: sticky; left: 0; border-bottom: 0; background: var(--paper); box-shadow: inset 0 -1px var(--rule);
}
.sides td { min-width: 6rem }
.asked dl {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .6rem 1.6rem; margin: .6rem 0;
}
.asked dl > div { border-top: 1px solid var(--rule); padding-top: .4rem; font-size: .92rem }
.asked dt { font-weight: 600 }
.asked dd { margin: 0; overflow-wrap: anywhere }
.asked dd:last-child { font: .8rem ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft) }
@media screen and (max-width: 48rem) {
  nav.chapters { margin: 0 -1.1rem; padding: 0 1.1rem }
  nav.chapters ul { flex-wrap: nowrap }
  .title { margin-right: 0; min-height: 0 }
  .statements { font-size: .84rem }
  .statements th, .statements td { padding-right: .5rem; overflow-wrap: anywhere }
  .statements tbody th { min-width: 6.5rem }
  .statements .badge span, .statements thead th:last-child span { display: none }
  .sides tbody th { min-width: 7rem }
}
@media print {
  .chapter { break-before: page }
  .title { font-size: 1.6rem; color: inherit }
}
"""


def chapters_shown(ids: Sequence[str]) -> str:
    """Show one chapter at a time: that which is led to, or in which a place is; at first, the first.

    A browser that cannot ask what an element holds shows all of them, one below the other.
    """
    if not ids:
        return ""
    marks = ", ".join(
        [
            *(f'body:has(#{key}:target, #{key} :target) .chapters a[href="#{key}"]' for key in ids),
            f'body:not(:has(.chapter:target, .chapter :target)) .chapters a[href="#{ids[0]}"]',
        ]
    )
    return Markup(
        "@media screen { @supports selector(:has(:target)) {\n"
        ".chapter:not(:target, :has(:target)) { display: none }\n"
        "main:not(:has(.chapter:target, .chapter :target)) > .chapter:first-child { display: block }\n"
        f"{marks} {{ background: var(--accent); color: var(--on-accent) }}\n"
        "} }\n"
    )
