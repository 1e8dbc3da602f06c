"""The sentences of rhythms and answers, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

RHYTHM: Final[dict[str, Text]] = {
    # payloads
    "rhythm.rolling": Text(
        zh="滚动期间不能与at_most、months、days、partial同用；请改用日历期间，或去掉这些参数",
        en="a rolling span takes no at_most, months, days or partial; use the calendar, or leave these out",
    ),
    "rhythm.window": Text(
        zh="months（{months}）与days（{days}）只能给出一个；请去掉其一",
        en="months ({months}) and days ({days}) are both given; leave one out",
    ),
    "rhythm.min_days": Text(
        zh="min_days只用于partial=REQUIRE，现为{partial}；请去掉min_days，或改用REQUIRE",
        en="min_days goes with partial=REQUIRE, and partial is {partial}; leave it out, or use REQUIRE",
    ),
    "rhythm.links": Text(
        zh="链条须有两环以上，现有{n}环；只有一环时请用Cadence",
        en="a chain has two links or more and this one has {n}; for one rhythm use Cadence",
    ),
    "rhythm.choice": Text(
        zh="{value}不在可选值中：{known}；请从中取一个", en="{value} is not one of {known}; use one of them"
    ),
    # findings
    "rhythm.too_few": Text(
        zh="{subject}：“{text}”要求期间{period}内{wanted}次，实为{measured}次",
        en="{subject}: “{text}” asks for {wanted} in {period} and finds {measured}",
    ),
    "rhythm.too_few.fix": Text(
        zh="请在每一期间内安排足次并记录", en="hold enough of them in each period and record them"
    ),
    "rhythm.too_many": Text(
        zh="{subject}：“{text}”要求期间{period}内{wanted}次，实为{measured}次",
        en="{subject}: “{text}” asks for {wanted} in {period} and finds {measured}",
    ),
    "rhythm.too_many.fix": Text(zh="请减少次数，余下的移到其他期间", en="hold fewer, or move some to other periods"),
    "rhythm.gap": Text(
        zh="{subject}：{period}之间过久，“{text}”所要求的活动不足（{measured}次）",
        en="{subject}: too long a time, {period}, with too little of what “{text}” asks for ({measured})",
    ),
    "rhythm.gap.fix": Text(zh="请缩短两次之间的间隔", en="let less time pass between them"),
    "norm.covered": Text(
        zh="{subject}：期间{period}内没有涉及“{text}”所要求的：{detail}",
        en="{subject}: nothing in {period} takes up, as “{text}” asks, {detail}",
    ),
    "norm.covered.fix": Text(
        zh="请在每一期间内各安排一次，或补录其议题",
        en="take each of them up once in every period, or record that it was",
    ),
    "rhythm.link": Text(
        zh="{subject}：期间{period}内没有“{text}”所要求的{what}",
        en="{subject}: in {period} there is no {what}, as “{text}” asks",
    ),
    "rhythm.link.fix": Text(zh="请在每一期间内办理{what}并记录", en="hold it in each period and record it: {what}"),
    "rhythm.early": Text(
        zh="{subject}：期间{period}内的{what}早于该期间最后一次{after}（{day}），不符合“{text}”",
        en="{subject}: in {period} every {what} comes before the last {after} ({day}), against “{text}”",
    ),
    "rhythm.early.fix": Text(zh="请在{after}之后再办理{what}", en="let it follow: {what} after {after}"),
    "rhythm.unnamed": Text(
        zh="{subject}：期间{period}内的{what}没有指明该期间的任何{after}，不符合“{text}”",
        en="{subject}: in {period} no {what} refers to any {after} of that period, against “{text}”",
    ),
    "rhythm.unnamed.fix": Text(
        zh="请在{what}的refers中写明所依据的{after}", en="name in refers what it takes up: {what}, {after}"
    ),
    "rhythm.unpreceded": Text(
        zh="{subject}：{event}（{day}）之前没有“{text}”所要求的步骤",
        en="{subject}: nothing that “{text}” asks for comes before {event} ({day})",
    ),
    "rhythm.unpreceded.fix": Text(
        zh="请先办理该步骤再作决定；已办理的请补记，并在需要时写明refers",
        en="take that step first; if it was taken, record it, with what it refers to where that is asked",
    ),
    "rhythm.unanswered": Text(
        zh="{subject}：{event}（{day}）之后到{due}仍未按“{text}”办理",
        en="{subject}: after {event} ({day}) what “{text}” asks for did not come by {due}",
    ),
    "rhythm.unanswered.fix": Text(
        zh="请尽快办理；已办理的请补记，并在需要时写明refers",
        en="do it now; if it was done, record it, with what it refers to where that is asked",
    ),
}
