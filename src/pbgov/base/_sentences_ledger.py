"""The sentences of the ledger, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

LEDGER: Final[dict[str, Text]] = {
    # where a transfer stands
    "phase.reserved": Text(zh="已预留", en="reserved"),
    "phase.started": Text(zh="已启动", en="started"),
    "phase.rejected": Text(zh="已放弃", en="rejected"),
    "phase.expired": Text(zh="已过期", en="expired"),
    "phase.reversed": Text(zh="已撤回", en="reversed"),
    # powers
    "token.strength": Text(
        zh="权力的强度应为{known}之一，实为{value}；请用Strength的成员",
        en="the strength of a power is one of {known}, not {value}; use a member of Strength",
    ),
    "token.code": Text(
        zh="{value}不是权力的代码；请写成power:consent:heads的样子，强度为{known}之一",
        en="{value} is no code of a power; write it like power:consent:heads, the strength being one of {known}",
    ),
    "token.decider": Text(
        zh="{account}不持有{resource}，不能授予较弱的权力；请由有权决定者授予",
        en="{account} does not hold {resource} and so cannot grant a lesser right; let the one who decides grant it",
    ),
    "token.opening": Text(
        zh="{resource}期初合计为{n}；决定权只能由一个账户持有一份",
        en="{resource} opens with {n} tokens in all; let one account hold one",
    ),
    # legs and transfers
    "leg.open": Text(
        zh="转移的结束日为{end}而没有首日；请同时给出start",
        en="a leg ends on {end} and has no first day; give its start too",
    ),
    "leg.power": Text(
        zh="权力{resource}只能整体转移，数量应为1，实为{amount}；请改为1",
        en="a power moves as one, {resource} here as {amount}; let the amount be 1",
    ),
    "transfer.full": Text(
        zh="{account}的{resource}距上限只余{left}，容不下{amount}；请减少数量或先提高员额",
        en="{account} has room for {left} of {resource} below its cap and {amount} would come; move less, or raise it",
    ),
    "transfer.lapsed": Text(
        zh="转移{transfer}须在{start}（宽限{grace}天）之前启动，{on}已迟；请令其过期并重新提交",
        en="transfer {transfer} had to be started by {start}, with {grace} days of grace, and {on} is later; "
        "let it expire and submit it anew",
    ),
    "transfer.early": Text(
        zh="转移{transfer}到{on}尚未过期；请核对日期，或用reject放弃",
        en="transfer {transfer} has not expired by {on}; check the day, or reject it",
    ),
    "transfer.linked": Text(
        zh="转移{transfer}声明撤回{reverses}，不能提交；请用reverse撤回",
        en="transfer {transfer} says that it reverses {reverses} and cannot be submitted; use reverse",
    ),
    "transfer.reversal": Text(
        zh="转移{transfer}本身是对{reverses}的撤回，不能再撤回；请提交新的转移",
        en="transfer {transfer} is itself the reversal of {reverses}; submit a new transfer instead",
    ),
    "transfer.over": Text(
        zh="转移{transfer}到{on}已全部期满归还，无可撤回；请用更早的日期",
        en="all that transfer {transfer} moved is back by {on}; there is nothing to reverse, or name an earlier day",
    ),
    "transfer.type": Text(
        zh="应提交Transfer，实为{value}；请用Transfer或follow构造", en="a Transfer is submitted, not {value}; make one"
    ),
    "follow.unknown": Text(
        zh="所需{resource}的数量未知，无法转移；请先补齐缺少的事实，再作决定",
        en="how much of {resource} is owed is not known; state the missing fact and decide again",
    ),
    # accounts
    "limit.reversed": Text(
        zh="{account}的上限{cap}低于下限{floor}；请对调",
        en="the cap {cap} of {account} lies below its floor {floor}; swap them",
    ),
    "limit.twice": Text(
        zh="{account}的{resource}同时有两项限额；请使期间不重叠",
        en="two limits of {account} for {resource} are in force at once; let their periods not overlap",
    ),
    "limit.issuer": Text(
        zh="{account}发放{resource}或持有权力，不设限额；请删去该限额",
        en="{account} issues {resource}, or {resource} is a power: neither takes a limit; drop it",
    ),
    "unit.issuers": Text(
        zh="{resource}须有发放账户，且不得兼作兑换账户；请改正",
        en="{resource} needs an account that issues it, and none may both issue and redeem it; mend the accounts",
    ),
    "unit.under": Text(
        zh="{issuers}共同发放{resource}而没有依据文件；请在under中写明公约或办法",
        en="{issuers} issue {resource} together under no document; name the covenant in under=",
    ),
    "unit.twice": Text(zh="{resource}声明了两次；请只保留一次", en="{resource} is declared twice; keep one"),
    "unit.way": Text(
        zh="{resource}不能由{giver}转给{taker}；只能由发放者发给持有者，或由持有者退回发放者、交兑换者",
        en="{resource} cannot go from {giver} to {taker}; it goes from an issuer to a holder, and from a holder "
        "back or to a redeemer",
    ),
    "ledger.place": Text(
        zh="期初数应以（账户、资源）一对标识为键，实为{value}；请改正",
        en="an opening balance stands under a pair of identifiers, account and resource, not under {value}; mend it",
    ),
    "ledger.opening": Text(
        zh="{account}期初的{resource}为{amount}，超出限额；请改正期初数或限额",
        en="{account} opens with {amount} of {resource}, outside its limits; mend the balance or the limit",
    ),
    "ledger.issued": Text(
        zh="{resource}期初合计为{total}，应为0；请把已发放的数量记在发放者的负数中",
        en="the opening balances of {resource} sum to {total}, not to 0; book what was issued below zero at its issuer",
    ),
    "ledger.day": Text(
        zh="{account}的{resource}随日期变化；请用on给出日期",
        en="what {account} holds of {resource} changes over time; name the day with on=",
    ),
    "structure.PBS12": Text(
        zh="转移{transfer}的{resource}各方记账合计为{total}，应为0",
        en="the postings of transfer {transfer} in {resource} sum to {total} and not to 0",
    ),
    "structure.PBS12.fix": Text(
        zh="请补记缺少的一方，或改正数额；台账尚未记全的，不要在recorded中声明完整",
        en="add the side that is lacking or mend an amount; or claim less in recorded, if the ledger is not all there",
    ),
    "postings.phase": Text(
        zh="转移{transfer}{phase}，尚未启动，没有记账；请先启动",
        en="transfer {transfer} is {phase} and was never started, so nothing is posted; start it first",
    ),
}
