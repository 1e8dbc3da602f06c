"""Jiefangbei 解放碑: the register of non-public organisations, one feature a community, and the modes of governance.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    How often the register is checked, the text does not say: “regularly” 定期. That no two communities have the same
    feature is read from “each its own” 一社区一特色.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Modality, Reference, Text
from pbgov.packs._columns import documents, events, units
from pbgov.packs._making import CYCLE, figure, norm, wanting
from pbgov.rules import HERE, Cadence, Count, Distinct, Ratio, Related, Relation, Values, Within, each

_REPORT = Reference(title="扎实开展规范化建设 夯实基层党建基础", issuer="中国社区工作网", date="2018")
_REGISTER = _REPORT.quote("定期摸排维护9844家非公组织信息")
_FEATURE = _REPORT.quote("一社区一特色,打造特色社区")
_MODES = _REPORT.quote("自力巷社区探索自治、共治、德治、法治")

_features = HERE.down(units.level == "community").back(documents.parties, documents.kind == "community_feature")

FIGURES: Final = (
    figure("registry.organisations", 9844, _REGISTER, Text(zh="家非公组织", en="non-public organisations")),
    figure(
        "registry.check",
        None,
        wanting("原文只写“定期”", "the text says “regularly” and gives no period"),
        CYCLE,
    ),
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
        each(units.level == "township"),
        Within(of=Count(HERE.down(units.kind == "non_public_organisation")), exactly="registry.organisations"),
        Modality.ENCOURAGED,
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
