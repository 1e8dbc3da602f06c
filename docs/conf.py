"""How Sphinx builds these pages. Nothing is fetched from the network, so a build is the same with and without one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pbgov import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

import generate

project = "pbgov"
author = "The pbgov maintainers"
project_copyright = author
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "pbgov"

myst_heading_anchors = 3
autodoc_default_options = {"members": True}
autodoc_member_order = "groupwise"
autodoc_typehints_format = "short"
napoleon_attr_annotations = False  # the signature shows them
napoleon_use_ivar = True  # the fields of a value are explained in its own docstring
python_maximum_signature_line_length = 88


def setup(app: "Sphinx") -> None:
    """Make the generated pages before Sphinx looks for pages."""
    app.connect("builder-inited", lambda app: generate.write(Path(app.srcdir)))
