"""Jiefangbei 解放碑, archives: their four standards and seven volumes, how they are kept, and how good they are.

References:
    扎实开展规范化建设 夯实基层党建基础 (standardisation as the base of grassroots Party building), Jiefangbei
    Subdistrict of Yuzhong, Chongqing, 中国社区工作网, 2018.

Limitations:
    The archive of a community is a body that the community hosts, its volumes are documents of the archive. Of seven
    volumes the text names three. Within how many days a record is filed, it does not say. Completeness and accuracy
    are shares of the records that somebody counted, as stated facts of the community. When archives are completed,
    sorted, summarised and filed stands with the rhythms.
"""

from __future__ import annotations

from typing import Final

from pbgov.base import Text
from pbgov.packs._columns import bodies, documents, events, facts
from pbgov.packs._jiefangbei_base import COMMUNITIES, REPORT
from pbgov.packs._making import figure, norm, wanting
from pbgov.rules import HERE, Answered, Count, Norm, Ratio, Related, Relation, Sum, Values, Within, each

_FOUR_HAVES = REPORT.quote("即有党建资料柜、有统一档案盒、有统一档案封面、有统一标号")
_STANDARDS = REPORT.quote("制定社区党建工作档案、基础台账、档案封面样例、档案目录样例4个标准")
_VOLUMES = REPORT.quote("规范文件资料、支部主题党日资料、日常党务工作资料等7个资料卷")
_REQUIREMENTS = REPORT.quote("做到全程纪实、保留原件、装订规范、分类保管、专柜存放")
_QUALITY = REPORT.quote("保证党建资料的时效性完整性准确性")
_WHOLE = Text(zh="‰", en="per thousand")

_archives = each(bodies.kind == "archive")
_volumes = HERE.back(documents.parties, documents.kind == "archive_volume")

FIGURES: Final = (
    figure("archive.haves", ("cabinet", "uniform_box", "uniform_cover", "uniform_numbering"), _FOUR_HAVES),
    figure("archive.standards", ("basic_ledger", "catalogue_sample", "cover_sample", "work_archive"), _STANDARDS),
    figure("archive.volumes", 7, _VOLUMES, Text(zh="个资料卷", en="volumes")),
    figure("archive.volumes_named", ("daily_party_affairs", "party_documents", "theme_party_day"), _VOLUMES),
    figure("archive.requirements", ("bound", "cabinet", "classified", "full_process", "original_kept"), _REQUIREMENTS),
    figure(
        "archive.filing_days",
        None,
        wanting("原文只写“时效性”，未给出归档时限", "the text says “timely” and gives no days"),
        Text(zh="天", en="days"),
    ),
    figure("archive.complete", 1000, _QUALITY, _WHOLE),
    figure("archive.accurate", 1000, _QUALITY, _WHOLE),
)


def _share(code: str, text: Text, part: str, name: str) -> Norm:
    """Ask that all records of a community have a quality."""
    counted = HERE.back(facts.about, facts.unit == "records")
    good = HERE.back(facts.about, facts.unit == part)
    return norm(
        code,
        "C-8.38",
        text,
        _QUALITY,
        each(facts.unit == "records").along(facts.about, "units"),
        Within(of=Ratio(Sum(good, "amount"), Sum(counted, "amount")), exactly=name),
    )


NORMS: Final = (
    norm(
        "JF505",
        "C-5.05",
        Text(
            zh="档案做到“四有”：资料柜、统一档案盒、统一封面、统一标号",
            en="an archive has its cabinet, and uniform boxes, covers and numbers",
        ),
        _FOUR_HAVES,
        _archives,
        Related(Values(HERE, "functions"), Relation.CONTAINS, "archive.haves"),
    ),
    norm(
        "JF833",
        "C-8.33",
        Text(zh="档案的4个标准都已制定", en="the four standards of archives are laid down"),
        _STANDARDS,
        _archives,
        Related(
            Values(
                HERE.along(bodies.host, "units")
                .up("township")
                .back(documents.parties, documents.kind == "archive_standard"),
                "sections",
            ),
            Relation.CONTAINS,
            "archive.standards",
        ),
    ),
    norm(
        "JF8341",
        "C-8.34",
        Text(zh="档案有7个资料卷", en="an archive has seven volumes"),
        _VOLUMES,
        _archives,
        Within(of=Count(_volumes), exactly="archive.volumes"),
    ),
    norm(
        "JF8342",
        "C-8.34",
        Text(
            zh="资料卷中有文件资料、支部主题党日资料、日常党务工作资料",
            en="there are volumes of documents, of theme Party days and of daily Party affairs",
        ),
        _VOLUMES,
        _archives,
        Related(Values(_volumes, "sections"), Relation.CONTAINS, "archive.volumes_named"),
    ),
    norm(
        "JF835",
        "C-8.35",
        Text(
            zh="档案制度写明全程纪实、保留原件、装订规范、分类保管、专柜存放",
            en="the rules of archives ask for the whole process, originals, binding, classes and a cabinet",
        ),
        _REQUIREMENTS,
        each(documents.kind == "archive_rules"),
        Related(Values(HERE, "sections"), Relation.CONTAINS, "archive.requirements"),
    ),
    norm(
        "JF8381",
        "C-8.38",
        Text(zh="资料及时归档", en="the record of a meeting is filed in time"),
        _QUALITY,
        COMMUNITIES,
        Answered(
            of=HERE.back(events.subject, events.kind == "meeting_held"),
            by=HERE.back(events.subject, events.kind == "record_filed"),
            within="archive.filing_days",
            referring=True,
        ),
    ),
    _share("JF8382", Text(zh="资料完整", en="all records are complete"), "records_complete", "archive.complete"),
    _share("JF8383", Text(zh="资料准确", en="all records are accurate"), "records_accurate", "archive.accurate"),
)

JIEFANGBEI_ARCHIVES: Final = (*FIGURES, *NORMS)
