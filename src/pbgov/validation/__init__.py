"""Validation: a place judged against a pack.

``judge`` finds structural faults first, then asks one evaluator for each kind of norm. What a fault touches and
what the record is silent about is UNKNOWN, never MET.
"""

from pbgov.validation._answer import Answer, unknown
from pbgov.validation._checker import Checker
from pbgov.validation._evaluators import EVALUATORS, Evaluator
from pbgov.validation._judge import Unread, judge
from pbgov.validation._repair import repair
from pbgov.validation._replay import replay
from pbgov.validation._screen import faults

__all__ = ["EVALUATORS", "Answer", "Checker", "Evaluator", "Unread", "faults", "judge", "repair", "replay", "unknown"]
