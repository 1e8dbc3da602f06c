"""The sentences of classes, votes, scores, rankings and vague numbers, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

SCORES: Final[dict[str, Text]] = {
    # vague numbers
    "known.yes": Text(zh="是", en="yes"),
    "known.no": Text(zh="否", en="no"),
    "known.unknown": Text(zh="未知", en="unknown"),
    "interval.end": Text(
        zh="{name}应为整数或分数，实为{value}；请给出int或Fraction，没有这一端时给None",
        en="{name} should be a whole number or a fraction and is {value}; give an int, a Fraction or None",
    ),
    "interval.empty": Text(
        zh="从{low}到{high}之间没有数；请核对两端",
        en="no number lies between {low} and {high}; check both ends",
    ),
    "interval.factor": Text(
        zh="倍数应为整数，实为{value}；按比例折算请用scaled",
        en="a factor should be a whole number and is {value}; for a share use scaled",
    ),
    "interval.ratio": Text(
        zh="比例应为两个整数，前者不小于0，后者不小于1，实为{part}与{of}；例如scaled(40, 100)",
        en="a ratio is two whole numbers, 0 or more in 1 or more, not {part} in {of}; write scaled(40, 100)",
    ),
    "interval.no_amount": Text(
        zh="{value}不是整数的计数，或没有下限；请先给出下限，或改用whole=True",
        en="{value} is no count of whole things with a low end; give it a low end, or declare whole=True",
    ),
    "interval.any": Text(zh="任意数", en="any number"),
    "interval.from": Text(zh="至少{end}", en="at least {end}"),
    "interval.from.open": Text(zh="大于{end}", en="more than {end}"),
    "interval.to": Text(zh="至多{end}", en="at most {end}"),
    "interval.to.open": Text(zh="小于{end}", en="less than {end}"),
    "interval.without.low": Text(zh="（不含下端）", en=" (low end left out)"),
    "interval.without.high": Text(zh="（不含上端）", en=" (high end left out)"),
    "interval.without.low_high": Text(zh="（不含两端）", en=" (both ends left out)"),
    # classes
    "class.none": Text(
        zh="分类{id}没有任何类别；请至少给出一个类别",
        en="classification {id} has no category; give it at least one",
    ),
    "class.field": Text(
        zh="分类{id}没有字段{name}；请在fields中声明，或改正名称",
        en="classification {id} has no field {name}; declare it in fields, or mend the name",
    ),
    "class.figure": Text(
        zh="条件用到参数{name}，而未给出取值；请传入figures=pack.at(on).figure",
        en="a condition names parameter {name} and no figures are given; pass figures=pack.at(on).figure",
    ),
    "class.classified": Text(zh="{scheme}：属于“{category}”", en="{scheme}: {category}"),
    "class.unclassified": Text(zh="{scheme}：不属于任何类别", en="{scheme}: no category"),
    "class.undecided": Text(zh="{scheme}：尚不能确定", en="{scheme}: undecided"),
    "class.by": Text(zh="依据：{category}，{basis}", en="by: {category}, {basis}"),
    "class.also": Text(zh="同时符合而次序在后：{category}，{basis}", en="met too, lower in order: {category}, {basis}"),
    "class.perhaps": Text(zh="可能属于：{category}，{basis}", en="perhaps: {category}, {basis}"),
    "class.default": Text(zh="其余归入：{category}", en="what is left falls to: {category}"),
    "class.precedence": Text(zh="次序：{order}（{basis}）", en="order: {order} ({basis})"),
    # votes
    "vote.share": Text(
        zh="比例{value}不成立；请给出两个整数，前者不小于1且不大于后者，“超过”时须小于后者",
        en="{value} is no share to reach; give whole numbers, 1 or more of the whole, and less than all if strict",
    ),
    "vote.share.strict": Text(zh="超过{part}/{whole}", en="more than {part}/{whole}"),
    "vote.share.least": Text(zh="不少于{part}/{whole}", en="at least {part}/{whole}"),
    "vote.impossible": Text(
        zh="{lower}{fewer}多于{upper}{more}；请核对票数",
        en="{lower} {fewer} exceed {upper} {more}; check the counts",
    ),
    "vote.voted": Text(zh="投票数", en="votes counted"),
    "vote.entitled": Text(zh="应到数", en="entitled"),
    "vote.present": Text(zh="实到数", en="present"),
    "vote.in_favour": Text(zh="赞成票数", en="votes in favour"),
    "vote.against": Text(zh="反对票数", en="votes against"),
    "vote.abstaining": Text(zh="弃权票数", en="abstentions"),
    "vote.passed": Text(zh="{text}：通过", en="{text}: passed"),
    "vote.not_passed": Text(zh="{text}：未通过", en="{text}: not passed"),
    "vote.no_quorum": Text(zh="{text}：未达到法定人数", en="{text}: no quorum"),
    "vote.unknown": Text(zh="{text}：尚不能确定", en="{text}: unknown"),
    "vote.quorum": Text(zh="实到须{share}应到", en="present: {share} of those entitled"),
    "vote.majority.entitled": Text(zh="赞成须{share}应到", en="in favour: {share} of those entitled"),
    "vote.majority.present": Text(zh="赞成须{share}实到", en="in favour: {share} of those present"),
    "vote.majority.cast": Text(zh="赞成须{share}赞成与反对之和", en="in favour: {share} of those for and against"),
    "vote.present_short": Text(zh="实到还差{n}", en="{n} more must be present"),
    "vote.votes_short": Text(zh="赞成还差{n}", en="{n} more votes in favour are needed"),
    "vote.missing": Text(zh="缺少{name}；请补充后再计", en="missing: {name}; supply it and count again"),
    "vote.no_measure": Text(
        zh="没有任何计票口径；请至少给出一项，例如人数", en="a vote needs a measure; give at least one, such as number"
    ),
    "vote.measure": Text(
        zh="表决没有口径{names}；请改正名称或在votes中声明",
        en="the vote has no measure {names}; mend the name or declare it in votes",
    ),
    "vote.joint.passed": Text(zh="各项均通过", en="passed by every measure"),
    "vote.joint.not_passed": Text(zh="未全部通过", en="not passed by every measure"),
    "vote.joint.no_quorum": Text(zh="至少一项未达到法定比例", en="no quorum by some measure"),
    "vote.joint.unknown": Text(zh="尚不能确定", en="unknown"),
    # scores
    "score.entry": Text(
        zh="加减分应为非零整数，实为{value}；请给出正整数或负整数",
        en="an entry is a whole number other than 0, not {value}; give points to add or to deduct",
    ),
    "score.parts": Text(
        zh="标准{id}的各部分与所给不符：{names}；请按其次序逐项给出",
        en="these are not the parts of standard {id} in their order: {names}; give each part once",
    ),
    "score.caps": Text(
        zh="标准{id}各部分上限之和为{sum}，满分为{total}；请使二者相等",
        en="the ceilings of standard {id} sum to {sum} and the total is {total}; make them equal",
    ),
    "score.part.unknown": Text(
        zh="标准{id}没有{name}这一部分；请改正名称", en="standard {id} has no part {name}; mend the name"
    ),
    "score.outside": Text(
        zh="{part}得分{value}不在0至{cap}的整数之内；请更正，或声明excess=Excess.CUT",
        en="{part}: {value} is no whole number from 0 to {cap}; mend it, or declare excess=Excess.CUT",
    ),
    "score.total": Text(
        zh="{subject}，{period}：{amount}分，满分{total}", en="{subject}, {period}: {amount} of {total}"
    ),
    "score.open": Text(
        zh="{subject}，{period}：未评完，{amount}分，满分{total}",
        en="{subject}, {period}: not scored in full, {amount} of {total}",
    ),
    "score.part": Text(zh="{part}：{points}，上限{cap}", en="{part}: {points} of {cap}"),
    "score.part.open": Text(zh="{part}：未评，上限{cap}", en="{part}: not scored, of {cap}"),
    "score.other_scheme": Text(
        zh="没有按标准{id}评出的得分可汇总；请只给出该标准的得分",
        en="there are no scores by standard {id} alone to roll up; give only scores by it",
    ),
    "score.no_way": Text(
        zh="未说明如何汇总：{parts}；请为每一部分给出一种方式",
        en="nothing says how these roll up: {parts}; give a way for each part",
    ),
    "score.open_period": Text(
        zh="期间{period}没有起止；请给出首日与末日之后一日", en="the period {period} has an open end; give both days"
    ),
    "score.not_made_of": Text(
        zh="期间{period}不由完整的{cycle}组成；请改用日历期间",
        en="the period {period} is not made of whole cycles ({cycle}); give a calendar period",
    ),
    "score.subjects": Text(
        zh="得分属于不同对象：{names}；请逐个对象汇总",
        en="the scores are of several subjects: {names}; take one at a time",
    ),
    "score.periods": Text(
        zh="{whole}中不应有{period}的得分，或重复；每个期间只给一个得分",
        en="a score for {period} does not belong in {whole}, or is there twice; give one score a period",
    ),
    "score.standards": Text(
        zh="类别与标准不一一对应：{names}；请为每个类别给出一个标准",
        en="categories and standards do not match: {names}; give each category one standard",
    ),
    "score.alike": Text(
        zh="这些类别的标准相同：{names}；若确应相同，请声明alike=True",
        en="these categories have the same standard: {names}; if they should, declare alike=True",
    ),
    "grading.band": Text(
        zh="等级{name}的分数段为{band}，应从{due}分起且有上端；请使各段相接而不重叠",
        en="the band of grade {name} is {band}; let it start at {due} and end, so that no gap or overlap is left",
    ),
    "grading.end": Text(
        zh="各等级止于{end}分，满分为{total}；请补足或截去",
        en="the grades end at {end} and the total is {total}; fill up or cut",
    ),
    "grading.outside": Text(
        zh="得分{value}不在0至{total}之内；请更正得分", en="the score {value} is not within 0 to {total}; mend it"
    ),
    # rankings
    "ranking.by": Text(zh="排名：{text}，{period}", en="ranking by {text}, {period}"),
    "ranking.no_period": Text(zh="无期间", en="no period"),
    "ranking.sure": Text(zh="第{best}名：{unit}，{amount}", en="rank {best}: {unit}, {amount}"),
    "ranking.open": Text(
        zh="第{best}至第{worst}名之间：{unit}，{amount}", en="rank {best} to {worst}: {unit}, {amount}"
    ),
    "ranking.tie": Text(zh="得分相同，名次并列：{units}", en="equal, and so of one rank: {units}"),
    "ranking.unknown": Text(zh="得分未知，不列名次：{unit}", en="unknown, and so without a rank: {unit}"),
    "ranking.periods": Text(
        zh="不同期间不能排名：{one}与{other}；请只给出同一期间的得分",
        en="units of different periods cannot be ranked: {one} and {other}; give marks of one period",
    ),
}
