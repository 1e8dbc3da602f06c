"""Display: places as pages of HTML, in Chinese and English, for people who read no code.

``page`` gives one place as a string: what the place is and how much of it is made up, its organisation, what a report
says beside what the model gives, the map of its grids, who takes the chair when, what was decided and why, and every
finding with its way out and its source. ``book`` gives several places, a chapter each, and their comparison. Neither
needs a network, runs a script or shows persons. ``diagram`` and ``mermaid`` draw a lifecycle from its table.
"""

from pbgov.display._book import book
from pbgov.display._chapter import Chapter
from pbgov.display._lifecycle import diagram, mermaid
from pbgov.display._page import page
from pbgov.display._statements import Statement

__all__ = ["Chapter", "Statement", "book", "diagram", "mermaid", "page"]
