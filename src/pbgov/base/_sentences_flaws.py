"""The sentences of static analysis: what is wrong with a pack, and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pbgov.base._text import Text

_FLAWS: Final = {
    "flaw.PBA01": Text(
        zh="规则{subject}的条件永不成立：{detail}",
        en="the condition of rule {subject} can never hold: {detail}",
    ),
    "flaw.PBA01.fix": Text(
        zh="请改正条件，或删去该规则",
        en="mend the condition, or drop the rule",
    ),
    "flaw.PBA02": Text(
        zh="规则{subject}每次适用都被例外排除",
        en="rule {subject} is lifted by an exception whenever it speaks",
    ),
    "flaw.PBA02.fix": Text(
        zh="请收窄例外，或删去该规则",
        en="narrow the exception, or drop the rule",
    ),
    "flaw.PBA03": Text(
        zh="规则{subject}的例外从不起作用：{detail}",
        en="an exception of rule {subject} never lifts it: {detail}",
    ),
    "flaw.PBA03.fix": Text(
        zh="请改正例外，或删去",
        en="mend the exception, or drop it",
    ),
    "flaw.PBA04": Text(
        zh="规则{subject}多余：{others}已涵盖",
        en="rule {subject} is redundant: all it says is said by {others}",
    ),
    "flaw.PBA04.fix": Text(
        zh="请删去该规则，或改正条件",
        en="drop the rule, or mend its condition",
    ),
    "flaw.PBA05": Text(
        zh="规则{subject}从不起作用：凡其适用之处，均被{others}禁止",
        en="rule {subject} never matters: wherever it speaks, {others} forbids",
    ),
    "flaw.PBA05.fix": Text(
        zh="请收窄禁止，或为其设例外，或删去该规则",
        en="narrow the ban, give it an exception, or drop the rule",
    ),
    "flaw.PBA06": Text(
        zh="规则{subject}与{others}相互抵触",
        en="rules {subject} and {others} contradict each other",
    ),
    "flaw.PBA06.fix": Text(
        zh="请改正其一，使二者可以同时遵守",
        en="mend one of them so that both can be kept",
    ),
    "flaw.PBA07": Text(
        zh="字段{subject}的选项{detail}没有任何许可，也没有禁止",
        en="for option {detail} of field {subject} nothing is ever permitted and nothing forbids it",
    ),
    "flaw.PBA07.fix": Text(
        zh="请为其写明许可或禁止，或删去该选项",
        en="permit or forbid it, or drop the option",
    ),
    "flaw.PBA08": Text(
        zh="要求{subject}永远不能满足",
        en="requirement {subject} can never be met",
    ),
    "flaw.PBA08.fix": Text(
        zh="请改正条件",
        en="mend its condition",
    ),
    "flaw.PBA09": Text(
        zh="要求{subject}的义务履行后仍未满足：{detail}",
        en="requirement {subject} stays unmet when its obligation is done, by way of {detail}",
    ),
    "flaw.PBA09.fix": Text(
        zh="请使数量与条件一致",
        en="let the amount agree with the condition",
    ),
    "flaw.PBA10": Text(
        zh="“原则上”的禁止{subject}没有例外",
        en="the ban {subject} holds in principle and has no exception",
    ),
    "flaw.PBA10.fix": Text(
        zh="请写明批准即可的例外，或改为必须",
        en="name the approval that lifts it, or let it be a must",
    ),
    "flaw.PBA11": Text(
        zh="参数{subject}在{detail}之前没有数值，而{others}已经施行",
        en="parameter {subject} has no value before {detail}, and {others} is in force already",
    ),
    "flaw.PBA11.fix": Text(
        zh="请补充更早的数值，或推迟{others}的施行",
        en="give an earlier value, or let {others} start later",
    ),
    "flaw.PBA12": Text(
        zh="参数{subject}自{on}起为{detail}，下限降低或上限升高",
        en="parameter {subject} becomes {detail} on {on}: a floor falls or a cap rises",
    ),
    "flaw.PBA12.fix": Text(
        zh="请改正数值，或取消其下限（上限）性质",
        en="mend the value, or let it be no bound",
    ),
    "flaw.PBA13": Text(
        zh="没有规则用到字段{subject}",
        en="no rule asks for field {subject}",
    ),
    "flaw.PBA13.fix": Text(
        zh="请删去，或写入规则",
        en="drop it, or let a rule ask for it",
    ),
    "flaw.PBA14": Text(
        zh="没有规则或规范用到参数{subject}",
        en="no rule or norm rests on parameter {subject}",
    ),
    "flaw.PBA14.fix": Text(
        zh="请删去、写入规则，或注明informative",
        en="drop it, use it, or mark it informative",
    ),
    "flaw.PBA15": Text(
        zh="规范{subject}用到不存在的列：{detail}",
        en="norm {subject} names a column that no table has: {detail}",
    ),
    "flaw.PBA15.fix": Text(
        zh="请改正列名",
        en="mend the name",
    ),
    "flaw.PBA16": Text(
        zh="{subject}的文字缺少一种语言：{detail}",
        en="the words of {subject} lack a language: {detail}",
    ),
    "flaw.PBA16.fix": Text(
        zh="请补写",
        en="write it",
    ),
    "flaw.PBA17": Text(
        zh="{subject}的依据没有写明文件或原文",
        en="the basis of {subject} names no document or no words",
    ),
    "flaw.PBA17.fix": Text(
        zh="请写明出处，或注明假设",
        en="cite the source, or say that it is assumed",
    ),
}

FLAWS: Final[Mapping[str, Text]] = MappingProxyType(_FLAWS)
