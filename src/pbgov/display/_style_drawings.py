"""How the drawings of a page look: the chart, the map and the ring."""

from __future__ import annotations

from typing import Final

DRAWINGS: Final = """
.legend {
  display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; margin: .2rem 0 1.2rem; font-size: .875rem;
  color: var(--soft);
}
.legend li { display: flex; align-items: center; gap: .45rem }
.legend small { margin-left: .2rem }
.key {
  display: inline-block; min-width: 1.1rem; height: 1.1rem; border: 1px solid var(--accent); border-radius: .25rem;
  font-size: .8rem; line-height: 1rem; color: var(--soft);
}
.key.host { border: 0; min-width: 0; line-height: 1.1rem }
.key.host::before { margin: 0; font-size: .7em }
.key.group { border-radius: 1rem; border-style: dashed }
.unit.made_up, .key.made_up {
  background-image: repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 7px);
}
.chart ul, .chart li { min-width: 0 }
main .chart details > summary { list-style: none; padding: 0 }
.chart summary::-webkit-details-marker { display: none }
.unit { display: inline-block; overflow-wrap: anywhere; line-height: 1.4 }
.chart summary small { margin-left: .6rem; font-size: .8rem }
.host::before { content: "●"; font-size: .6em; margin-right: .4em; vertical-align: .15em; color: var(--accent) }
.groups { margin: .5rem auto; font-size: .82rem; color: var(--soft); text-align: center }
.groups .en { margin-right: .3em }
.unit.group {
  border: 1px dashed var(--accent); border-radius: 1rem; padding: 0 .6rem; margin: .15rem; color: var(--ink);
}
.narrow { display: none }
.wide { min-width: 60rem; padding: .3rem .2rem }
.wide > ul > li + li { margin-top: 1.8rem }
.wide > ul > li > details > summary, .wide > ul > li > .unit { text-align: center }
.wide > ul > li > details > summary > .unit {
  font-size: 1.1rem; font-weight: 650; padding: .35rem 1.6rem; background-color: var(--accent);
  color: var(--on-accent); border-radius: .4rem;
}
.wide > ul > li > details > summary > .unit::before { color: inherit }
.wide > ul > li > details > summary::after {
  content: ""; display: block; width: 2px; height: 1rem; margin: 0 auto; background: var(--rule);
}
.wide > ul > li > details > ul {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 1.4rem .7rem;
}
.wide > ul > li > details > ul > li { border-top: 2px solid var(--rule); position: relative; padding-top: .9rem }
.wide > ul > li > details > ul > li::before {
  content: ""; position: absolute; top: 0; left: calc(50% - 1px); width: 2px; height: .9rem;
  background: var(--rule);
}
.wide > ul > li > details > ul > li::after {
  content: ""; position: absolute; top: -2px; left: 100%; width: .7rem; border-top: 2px solid var(--rule);
}
.wide > ul > li > details > ul > li:last-child::after { display: none }
.wide > ul > li > details > ul > li > details > summary > .unit, .wide > ul > li > details > ul > li > .unit {
  display: block; text-align: center; font-weight: 600; padding: .3rem .4rem; background-color: var(--tint);
  border-radius: .35rem;
}
.wide li li li { margin-top: .65rem; font-size: .84rem }
.wide li li li > .unit, .wide li li li summary > .unit {
  display: block; padding: .12rem .4rem; border: 1px solid var(--rule); border-radius: .3rem;
  background-color: var(--card);
}
.wide li li li ul { margin-left: .55rem; border-left: 1px solid var(--rule) }
.wide li li li li { margin-top: .12rem; padding-left: .35rem; font-size: .8rem }
.wide li li li li > .unit, .wide li li li li summary > .unit {
  border: 0; border-radius: .2rem; padding: .02rem .2rem; background-color: transparent;
}
.wide li li li li > .unit.host { padding-left: 1.05rem; text-indent: -.85rem }
svg { display: block; font-family: inherit; font-weight: 600 }
svg text { text-anchor: middle; fill: var(--ink) }
.paper { fill: none }
.plan { margin-top: 2.4rem }
.plan > h3 { display: block; font-size: 1.15rem; margin-bottom: .3rem }
svg.map {
  width: 100%; min-width: 54rem; height: auto; max-height: 60rem; background: var(--card);
  border: 1px solid var(--rule); border-radius: .6rem;
}
.c0 { --c: var(--c0) }
.c1 { --c: var(--c1) }
.c2 { --c: var(--c2) }
.c3 { --c: var(--c3) }
.c4 { --c: var(--c4) }
.c5 { --c: var(--c5) }
.c6 { --c: var(--c6) }
.c7 { --c: var(--c7) }
.map .areas { stroke: var(--ink) }
.map .area, .map .houses path { fill: var(--c) }
.map .ways path, .map .far path { fill: none; stroke: var(--c) }
.map .hatching { fill: none; stroke: var(--ink) }
.map .far .hatching { stroke: var(--card) }
.map .compounds { stroke: var(--ink) }
.map .empty { fill: var(--none) }
.map path.waived, .map path.marked { stroke: var(--ink) }
.map .labels { stroke: var(--halo) }
.map .mark polygon { fill: var(--bad); stroke: var(--card) }
.map .mark text { fill: var(--card) }
.map line { stroke: var(--ink) }
.map text.scale { text-anchor: start; font-weight: 400 }
.map text.north { text-anchor: end; font-weight: 400 }
.map .legend { display: none }
.north { fill: var(--soft) }
.key[class*=" c"] {
  background: var(--c); border-color: transparent; height: .85rem; min-width: .85rem; margin-right: .15rem;
}
.key.hatched { background: repeating-linear-gradient(135deg, var(--c) 0 3px, var(--card) 3px 5px) }
.key.empty { background: var(--none); border-color: transparent }
.key.compound { border: 1px dashed var(--ink); border-radius: 0 }
.key.mark { border: 0; min-width: 0; color: var(--bad); font-weight: 700 }
.key.waived { border: 3px solid var(--ink) }
td .key, th .key { vertical-align: -.08rem; margin-right: .5rem }
div.rota { display: flex; flex-wrap: wrap; gap: 1.5rem 4rem; align-items: center }
.ring { width: 20rem; max-width: 100% }
.ring circle { fill: none; stroke-width: 44; stroke: var(--tint) }
.ring .even { stroke: var(--tint2) }
.ring circle.now { stroke: var(--accent) }
.ring text { dominant-baseline: central }
.ring text.now { fill: var(--on-accent) }
.ring .month { font-weight: 400; font-size: .82rem; fill: var(--soft) }
@media screen and (max-width: 48rem) {
  .wide { display: none }
  .narrow { display: block }
  .scroll:has(> .wide) { display: none }
  main .narrow details > summary { display: flex; align-items: baseline; padding: .55rem 0 }
  .narrow li { border-top: 1px solid var(--rule) }
  .narrow summary::before { content: "▸"; width: 1.2rem; flex: none; color: var(--accent); font-weight: 700 }
  .narrow li > .unit { padding: .45rem 0 .45rem 1.2rem }
  .narrow details[open] > summary::before { content: "▾" }
  .narrow ul ul { padding-left: 1.2rem }
  .narrow .unit { padding: 0 .4rem; border-radius: .3rem }
  .narrow .groups { text-align: left; padding-left: 1.2rem }
  div.rota { gap: 1rem }
  .ring { margin: 0 auto }
}
@media print {
  .wide { min-width: 0; overflow: hidden }
  svg.map { min-width: 0; max-height: 20cm }
}
"""
