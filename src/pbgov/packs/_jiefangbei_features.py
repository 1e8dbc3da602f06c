"""Jiefangbei 解放碑: non-public organisations, Party organisations and their year, features, and modes of governance.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    How often the register is checked, the text does not say: “regularly” 定期. That no two communities have the same
    feature is read from “each its own” 一社区一特色. The 176 organisations are taken as all there are after the
    changes of the year; they may also be those of a larger number that work well. How the six dissolved, merged or
    adjusted divide, the text does not say.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._columns import bodies, documents, events, units
from pbgov.packs._jiefangbei_base import ITSELF, REPORT
from pbgov.packs._making import CYCLE, figure, norm, wanting
from pbgov.rules import HERE, Cadence, Count, Distinct, Ratio, Related, Relation, Values, Within, each, param

_REGISTER = REPORT.quote("定期摸排维护9844家非公组织信息")
_FEATURE = REPORT.quote("一社区一特色,打造特色社区")
_ORGANISATIONS = REPORT.quote("176个党组织发挥作用较好")
_NEW = REPORT.quote("今年新建党组织1个")
_CHANGED = REPORT.quote("撤并、调整党组织6个")
_BODIES = Text(zh="个党组织", en="Party organisations")
_MODES = REPORT.quote("自力巷社区探索自治、共治、德治、法治")

_features = HERE.down(units.level == "community").back(documents.parties, documents.kind == "community_feature")

_REMOVING = ("organisation_dissolved", "organisation_merged")

FIGURES: Final = (
    figure("registry.organisations", 9844, _REGISTER, Text(zh="家非公组织", en="non-public organisations")),
    figure(
        "registry.check",
        None,
        wanting("原文只写“定期”", "the text says “regularly” and gives no period"),
        CYCLE,
    ),
    figure("party_organisations.number", 176, _ORGANISATIONS, _BODIES),
    figure("party_organisations.established", 1, _NEW, _BODIES),
    figure("party_organisations.changed", 6, _CHANGED, _BODIES),
    figure("party_organisations.removed", 6, _CHANGED, _BODIES),
    figure("feature.per_community", 1, _FEATURE, Text(zh="个特色", en="features")),
    figure("feature.distinct", 1000, _FEATURE, Text(zh="‰", en="per thousand")),
    figure("governance.modes", ("joint_governance", "law_governance", "self_governance", "virtue_governance"), _MODES),
)

NORMS: Final = (
    norm(
        "JF9021",
        "C-9.02",
        Text(zh="登记在册的非公组织为9844家", en="9,844 non-public organisations stand in the register"),
        _REGISTER,
        ITSELF,
        Within(of=Count(HERE.down(units.kind == "non_public_organisation")), exactly="registry.organisations"),
    ),
    norm(
        "JF9022",
        "C-9.02",
        Text(
            zh="每家非公组织的信息定期摸排", en="the record of every non-public organisation is checked in every period"
        ),
        _REGISTER,
        each(units.kind == "non_public_organisation"),
        Cadence(of=HERE.back(events.subject, events.kind == "record_checked"), per="registry.check"),
    ),
    norm(
        "JF903",
        "C-9.03",
        Text(zh="街道有党组织176个", en="the subdistrict has 176 Party organisations"),
        _ORGANISATIONS,
        ITSELF,
        Within(
            of=Count(each(bodies.kind.is_in(param("party_organisations.kinds")))),
            exactly="party_organisations.number",
        ),
    ),
    norm(
        "JF904",
        "C-9.04",
        Text(zh="全年新建党组织1个", en="one Party organisation is established in the year"),
        _NEW,
        ITSELF,
        Within(of=Count(each(events.kind == "organisation_established")), exactly="party_organisations.established"),
    ),
    norm(
        "JF9051",
        "C-9.05",
        Text(
            zh="全年撤销、合并、调整党组织6个",
            en="six Party organisations are dissolved, merged or adjusted in the year",
        ),
        _CHANGED,
        ITSELF,
        Within(
            of=Count(each(events.kind.is_in((*_REMOVING, "organisation_adjusted")))),
            exactly="party_organisations.changed",
        ),
    ),
    norm(
        "JF9052",
        "C-9.05",
        Text(
            zh="全年撤销、合并的党组织不多于6个", en="no more than six of them are gone, since some were only adjusted"
        ),
        _CHANGED,
        ITSELF,
        Within(of=Count(each(events.kind.is_in(_REMOVING))), at_most="party_organisations.removed"),
    ),
    norm(
        "JF5131",
        "C-5.13",
        Text(zh="每个社区有一个特色", en="each community has one feature"),
        _FEATURE,
        each(units.level == "community"),
        Within(
            of=Count(HERE.back(documents.parties, documents.kind == "community_feature")),
            exactly="feature.per_community",
        ),
    ),
    norm(
        "JF5132",
        "C-5.13",
        Text(zh="各社区特色互不相同", en="no two communities have the same feature"),
        _FEATURE,
        each(units.level == "township"),
        Within(of=Ratio(Distinct(_features, "sections"), Count(_features)), exactly="feature.distinct"),
    ),
    norm(
        "JF1026",
        "C-10.26",
        Text(
            zh="治理方式为自治、共治、德治、法治",
            en="the modes of governance are self-governance, joint governance, virtue and law",
        ),
        _MODES,
        each(documents.kind == "governance_modes"),
        Related(Values(HERE, "sections"), Relation.SUBSET, "governance.modes"),
    ),
)

JIEFANGBEI_FEATURES: Final = (*FIGURES, *NORMS)
