"""How a page looks: calm, of any width, light or dark, and on paper."""

from __future__ import annotations

from typing import Final

from pbgov.base import LANGS, Markup, said
from pbgov.display._style_book import BOOK
from pbgov.display._style_drawings import DRAWINGS

_FRAME: Final = """
:root {
  color-scheme: light dark; --paper: #fbfaf7; --card: #fff; --ink: #1e2329; --soft: #59616c; --rule: #ddd9d0;
  --accent: #1c5d78; --tint: #e4eef2; --tint2: #cfe0e7; --on-accent: #fff; --hatch: rgba(28, 93, 120, .17);
  --bad: #ad2a20; --fair: #855600; --good: #2b6c3d; --none: #8f8c85; --halo: rgba(251, 250, 247, .88);
  --c0: #8b0014; --c1: #7e3b6f; --c2: #1163c1; --c3: #5e8112; --c4: #009b86; --c5: #9c92e6; --c6: #ec9e62;
  --c7: #5dd7be;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --card: #1c2025; --ink: #e7e5e0; --soft: #a5acb6; --rule: #363c44; --accent: #82c4de;
    --tint: #1f323b; --tint2: #2b4856; --on-accent: #10202a; --hatch: rgba(130, 196, 222, .2); --bad: #ff958b;
    --fair: #e3b863; --good: #86cb9b; --none: #777c83; --halo: rgba(20, 23, 27, .85); --c0: #347034; --c1: #8b659c;
    --c2: #848d0e; --c3: #7e91ee; --c4: #baad76; --c5: #3ed5bb; --c6: #dbc8fb; --c7: #d7ec8a;
  }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body {
  margin: 0 auto; padding: 3.5rem 2rem 4rem; max-width: 80rem; position: relative; background: var(--paper);
  color: var(--ink);
  font: 1rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei",
    "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
}
#lang-en:checked ~ * .zh, #lang-zh:checked ~ * .en { display: none }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
body > input { position: absolute; top: 1.5rem; right: 4rem; opacity: 0; margin: 0 }
body > label {
  position: absolute; top: 1.4rem; right: 2rem; padding: .15rem .9rem; border: 1px solid var(--rule);
  border-radius: 0 1rem 1rem 0; font-size: .875rem; color: var(--soft); background: var(--card); cursor: pointer;
  width: 5.2rem; text-align: center;
}
body > label[for="lang-en"] { right: 7.2rem; border-radius: 1rem 0 0 1rem; border-right: 0 }
input:checked + label { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
input:focus-visible + label, :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
h1, h2, h3 { line-height: 1.3; text-wrap: balance; font-weight: 650 }
h1 { font-size: 2rem; margin: 1.2rem 0 .4rem; letter-spacing: -.01em }
h2 { font-size: 1.4rem; margin: 0 0 .6rem }
h3 { font-size: 1rem; margin: 0; display: inline }
p { margin: 0 0 .8rem; max-width: 48rem }
ul { list-style: none; margin: 0; padding: 0 }
code { font: .86em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere }
a { color: var(--accent) }
section { margin-top: 4rem }
summary { cursor: pointer }
.lead { font-size: 1.1rem }
.lead, .about, .note, small { color: var(--soft) }
.note { border-left: 3px solid var(--accent); padding-left: .9rem; margin: 1.2rem 0 }
.note.strong { color: var(--bad) }
nav ul {
  display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin-top: 2rem; padding: .7rem 0;
  border: 1px solid var(--rule); border-width: 1px 0;
}
.counts {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .8rem; margin: 1.8rem 0;
}
.counts li {
  display: grid; align-content: start; padding: .9rem 1rem; background: var(--card); border: 1px solid var(--rule);
  border-radius: .6rem; line-height: 1.4;
}
.counts b { font-size: 1.75rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums }
.counts small { font-size: .8rem; margin-top: .25rem }
.marks { display: flex; flex-wrap: wrap; gap: .4rem 2.2rem; margin: 1.4rem 0 0; font-size: .875rem }
.marks dt { color: var(--soft); display: inline }
.marks dd { display: inline; margin: 0 0 0 .4rem; font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace }
.scroll { overflow-x: auto; max-width: 100% }
table { border-collapse: collapse; font-size: .9rem; margin: .6rem 0 }
thead th { color: var(--soft); font-weight: 500 }
th, td {
  padding: .38rem 1.2rem .38rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top;
}
tbody th { font-weight: 500 }
td { font-variant-numeric: tabular-nums }
time { white-space: nowrap }
.numbers td, .numbers thead th + th { text-align: right }
.tallies td, .tallies thead th, .goals thead th { white-space: nowrap }
.badge {
  display: inline-block; font-size: .78rem; line-height: 1.5; padding: 0 .55rem; border: 1px solid currentcolor;
  border-radius: 1rem; color: var(--soft);
}
.badge.now { color: var(--accent) }
.badge.admitted { color: var(--good) }
.badge.conditional, .badge.undecided { color: var(--fair) }
.badge.forbidden, .badge.not_admitted { color: var(--bad) }
.cards { columns: 23rem; column-gap: 1rem }
.card, .finding {
  background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; padding: 1rem 1.2rem;
  break-inside: avoid;
}
.card { margin-bottom: 1rem }
.card h3 { display: block; margin-bottom: .5rem }
.card li { font-size: .9rem; padding: .4rem 0; border-top: 1px solid var(--rule) }
.pair { display: grid; gap: 0 3rem }
.totals { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; margin-bottom: 1.2rem }
.total b { font-size: 1.3rem; margin-right: .4rem; font-variant-numeric: tabular-nums }
.total { color: var(--soft) }
.total.breached b { color: var(--bad) }
.total.met b { color: var(--good) }
.total.waived b { color: var(--fair) }
.verdict { border-top: 1px solid var(--rule) }
main details > summary { padding: .6rem 0 }
main .finding details > summary { padding: 0; font-size: .88rem; color: var(--accent) }
.count { margin-left: .5rem; color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums }
.findings { display: grid; gap: .8rem; padding-bottom: 1.2rem }
.finding { border-left: 4px solid var(--none) }
.finding p { margin: .35rem 0 0; max-width: none }
.breached .finding.error { border-left-color: var(--bad) }
.breached .finding.warning, .waived .finding { border-left-color: var(--fair) }
.breached .error .head .badge { color: var(--bad) }
.breached .warning .head .badge { color: var(--fair) }
.finding .head {
  margin: 0; display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; font-weight: 600;
}
.head .count { margin: 0 }
.norm { flex-basis: 100% }
.items { margin: .5rem 0 }
.items li { font-size: .92rem; padding: .3rem 0; border-top: 1px solid var(--rule); overflow-wrap: anywhere }
.badge.new { color: var(--on-accent); background: var(--accent); border-color: var(--accent); margin-right: .5rem }
.finding details { margin-bottom: .5rem }
.fix, .basis { font-size: .88rem; color: var(--soft) }
.tag { font-weight: 600; margin-right: .3rem }
footer {
  margin-top: 5rem; padding-top: 2rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .9rem;
}
footer h2 { font-size: 1rem }
@media (min-width: 70rem) {
  .pair { grid-template-columns: repeat(2, minmax(0, 1fr)) }
}
@media screen and (max-width: 48rem) {
  body { padding: 3.6rem 1.1rem 3rem }
  body > label { right: 1.1rem }
  body > label[for="lang-en"] { right: 6.3rem }
  h1 { font-size: 1.55rem }
  section { margin-top: 3rem }
  .counts { grid-template-columns: repeat(2, 1fr); gap: .6rem }
  .finding, .card { padding: .8rem .9rem }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; background: none }
  body > label, nav { display: none }
  .scroll { overflow: visible }
  section { margin-top: 2rem }
  details::details-content { content-visibility: visible; block-size: auto }
  .counts li, .card, .finding { background: none }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
"""
_SPOKEN: Final = (("host", "before", "●"), ("made_up", "after", ""))


def style() -> Markup:
    """Give the sheet of style; what it draws into the chart has words for those who listen."""
    spoken = [
        f"#lang-{lang}:checked ~ main .unit.{name}::{where} "
        f'{{ content: "{sign}" / "{said(f"display.chart.{name}").in_(lang)}" }}\n'
        for name, where, sign in _SPOKEN
        for lang in LANGS
    ]
    return Markup(_FRAME + DRAWINGS + BOOK + "".join(spoken))
