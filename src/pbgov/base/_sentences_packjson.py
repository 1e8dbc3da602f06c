"""The sentences of packs in JSON, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

PACKJSON: Final[dict[str, Text]] = {
    "boundary.PBB16": Text(zh="文档展开后超过{n}个值", en="the document unfolds to more than {n} values"),
    "boundary.PBB16.fix": Text(
        zh="请拆成几个规则包；若由程序生成，请检查是否反复引用同一部分",
        en="split it into several packs; if a program made it, see whether one part holds another many times over",
    ),
    "boundary.PBB17": Text(
        zh="{at}的载荷种类{value}不在已知的种类中：{expected}",
        en="{at} names a kind of payload that is not known: {value}; known are {expected}",
    ),
    "boundary.PBB17.fix": Text(
        zh="请从中取一个；若是自定的种类，请以payloads=（…，）传入其类",
        en="use one of them, or pass the class of a kind of your own by payloads=(…,)",
    ),
    "exchange.misfit": Text(
        zh="{at}处的{value}（{kind}）不能写成JSON；请改用声明的类型",
        en="{value} at {at} is of type {kind}, which has no form in JSON there; give a value of the declared type",
    ),
    "exchange.unreadable": Text(zh="写成JSON后无法读回：{detail}", en="written as JSON it could not be read: {detail}"),
    "exchange.payload": Text(
        zh="{at}处的载荷种类{kind}未知；请以payloads=（{kind}，）传入其类",
        en="the payload at {at} is of a kind that is not known, {kind}; pass its class by payloads=({kind},)",
    ),
    "exchange.own": Text(
        zh="{value}不是载荷的种类；请给出以attrs定义的Payload子类",
        en="{value} is no kind of payload; give a subclass of Payload made by attrs",
    ),
    "exchange.type": Text(
        zh="{value}类型的属性不能写成JSON；可用文字、整数、真假、日期、枚举、元组、FrozenMap与attrs类",
        en="an attribute of type {value} has no form in JSON; use texts, whole numbers, flags, days, enumerations, "
        "tuples, FrozenMaps and attrs classes",
    ),
    "exchange.alike": Text(
        zh="{name}中有两种值都写作{key}，无法区分；请改类名",
        en="two kinds of {name} look alike in JSON, as {key}; rename the class",
    ),
}
