"""Display: one place on one page of HTML, in Chinese and English, for people who read no code.

``page`` gives the page as a string: what the place is and how much of it is made up, its organisation, the map of
its grids, who takes the chair when, what was decided and why, and every finding with its way out and its source.
The page needs no network, runs no script and shows no persons. ``diagram`` and ``mermaid`` draw a lifecycle from its
table.
"""

from pbgov.display._lifecycle import diagram, mermaid
from pbgov.display._page import page

__all__ = ["diagram", "mermaid", "page"]
