"""Rules: what must be. Norms say what a place must look like, decisions whether a request may be admitted.

Both rest on dated parameters and belong to a pack, and both are data: a condition is a tree built by Python's
operators, a norm is one value. Beside them stand the ledger that moves people, power and funds together, the
rota of chairs, and the duty lists.
"""

from pbgov.rules._accounts import Limit, OpenUnit
from pbgov.rules._acts import Act, Figures, Refusal
from pbgov.rules._analyse_pack import analyse, reproduces
from pbgov.rules._batch import Batch
from pbgov.rules._classify import Category, Classification, Classified, Placing
from pbgov.rules._columns import ColumnDecisions
from pbgov.rules._decide import Decision, Facts, Obligation, Reason
from pbgov.rules._deeds import Deed, Expired, Rejected, Reversed, Started, Submitted
from pbgov.rules._diff import OutcomeChange, PackDiff, diff
from pbgov.rules._expr import (
    And,
    Arith,
    Cmp,
    Columns,
    Expr,
    FieldRef,
    In,
    Lit,
    Not,
    Operand,
    Or,
    ParamRef,
    Term,
    Value,
    lift,
    param,
    parts,
)
from pbgov.rules._fields import Field, FieldTerm, field
from pbgov.rules._flaws import Defect, Flaw, flaws_to_columns
from pbgov.rules._grading import Grading
from pbgov.rules._history import History
from pbgov.rules._instruments import Instrument
from pbgov.rules._joint_vote import JointResult, JointVote
from pbgov.rules._kleene import evaluate, holds
from pbgov.rules._ledger import Ledger
from pbgov.rules._lifecycle import OWNER, Guard, Lifecycle, Parts, Span, Transition
from pbgov.rules._lists import Difference, DutyItem, DutyList, difference
from pbgov.rules._norms import (
    HERE,
    AllEqual,
    Along,
    Back,
    CompleteChain,
    Concentration,
    Count,
    Distinct,
    Divided,
    Down,
    Enumerated,
    Measure,
    Norm,
    Own,
    Payload,
    Ratio,
    Related,
    Relation,
    SameEnd,
    Selector,
    Step,
    Sum,
    Up,
    Values,
    Within,
    codes_asked,
    each,
)
from pbgov.rules._norms_cover import Covered
from pbgov.rules._norms_duties import Admitted, Stated
from pbgov.rules._norms_graph import Even, Shared, Unbroken
from pbgov.rules._norms_process import Follows
from pbgov.rules._norms_rhythm import Anchoring, Answered, Cadence, Chained, Link, Partial, Preceded
from pbgov.rules._norms_rota import Lasts, Rotates
from pbgov.rules._overlay import Overlay, Setting, Suspension, Touch
from pbgov.rules._pack import NO_RULES, RulePack
from pbgov.rules._parameters import Bound, Dated, Figure, Parameter, figure_in
from pbgov.rules._powers import Power
from pbgov.rules._prepared import prepared
from pbgov.rules._program import Outcome, State
from pbgov.rules._ranking import Mark, Ranked, Ranking, rank
from pbgov.rules._remedies import Remedy
from pbgov.rules._resolved import ResolvedPack
from pbgov.rules._review import Review, explicable, review
from pbgov.rules._roles import RoleKind
from pbgov.rules._roll_up import Publication, RollUp, publish, roll_up
from pbgov.rules._rota import Rota, Turn
from pbgov.rules._rota_calendar import Calendar, Stint, Vacancy
from pbgov.rules._rota_events import Decline, Join, Leave, Nominate, Reorder, RotaEvent, Substitute
from pbgov.rules._rule import Effect, Move, Rule
from pbgov.rules._scores import Excess, Score, ScoreEntry, ScorePart, ScoreScheme, Standards
from pbgov.rules._standing import Due
from pbgov.rules._tokens import Token, token_of
from pbgov.rules._transfers import Leg, Owed, Phase, Transfer, follow
from pbgov.rules._vote import Counts, Share, Vote, VoteBase, VoteOutcome, VoteResult
from pbgov.rules._words import Words

__all__ = [
    "HERE",
    "NO_RULES",
    "OWNER",
    "Act",
    "Admitted",
    "AllEqual",
    "Along",
    "Anchoring",
    "And",
    "Answered",
    "Arith",
    "Back",
    "Batch",
    "Bound",
    "Cadence",
    "Calendar",
    "Category",
    "Chained",
    "Classification",
    "Classified",
    "Cmp",
    "ColumnDecisions",
    "Columns",
    "CompleteChain",
    "Concentration",
    "Count",
    "Counts",
    "Covered",
    "Dated",
    "Decision",
    "Decline",
    "Deed",
    "Defect",
    "Difference",
    "Distinct",
    "Divided",
    "Down",
    "Due",
    "DutyItem",
    "DutyList",
    "Effect",
    "Enumerated",
    "Even",
    "Excess",
    "Expired",
    "Expr",
    "Facts",
    "Field",
    "FieldRef",
    "FieldTerm",
    "Figure",
    "Figures",
    "Flaw",
    "Follows",
    "Grading",
    "Guard",
    "History",
    "In",
    "Instrument",
    "Join",
    "JointResult",
    "JointVote",
    "Lasts",
    "Leave",
    "Ledger",
    "Leg",
    "Lifecycle",
    "Limit",
    "Link",
    "Lit",
    "Mark",
    "Measure",
    "Move",
    "Nominate",
    "Norm",
    "Not",
    "Obligation",
    "OpenUnit",
    "Operand",
    "Or",
    "Outcome",
    "OutcomeChange",
    "Overlay",
    "Owed",
    "Own",
    "PackDiff",
    "ParamRef",
    "Parameter",
    "Partial",
    "Parts",
    "Payload",
    "Phase",
    "Placing",
    "Power",
    "Preceded",
    "Publication",
    "Ranked",
    "Ranking",
    "Ratio",
    "Reason",
    "Refusal",
    "Rejected",
    "Related",
    "Relation",
    "Remedy",
    "Reorder",
    "ResolvedPack",
    "Reversed",
    "Review",
    "RoleKind",
    "RollUp",
    "Rota",
    "RotaEvent",
    "Rotates",
    "Rule",
    "RulePack",
    "SameEnd",
    "Score",
    "ScoreEntry",
    "ScorePart",
    "ScoreScheme",
    "Selector",
    "Setting",
    "Share",
    "Shared",
    "Span",
    "Standards",
    "Started",
    "State",
    "Stated",
    "Step",
    "Stint",
    "Submitted",
    "Substitute",
    "Sum",
    "Suspension",
    "Term",
    "Token",
    "Touch",
    "Transfer",
    "Transition",
    "Turn",
    "Unbroken",
    "Up",
    "Vacancy",
    "Value",
    "Values",
    "Vote",
    "VoteBase",
    "VoteOutcome",
    "VoteResult",
    "Within",
    "Words",
    "analyse",
    "codes_asked",
    "diff",
    "difference",
    "each",
    "evaluate",
    "explicable",
    "field",
    "figure_in",
    "flaws_to_columns",
    "follow",
    "holds",
    "lift",
    "param",
    "parts",
    "prepared",
    "publish",
    "rank",
    "reproduces",
    "review",
    "roll_up",
    "token_of",
]
