"""The sentences of the doors for outside data: columns, versions and GeoJSON, in both languages, by key."""

from __future__ import annotations

from typing import Final

from pbgov.base._text import Text

BOUNDARY: Final[dict[str, Text]] = {
    "boundary.PBB18": Text(
        zh="{at}有{n}个值，而“id”列有{wanted}个", en='the column at {at} has {n} values, and "id" has {wanted}'
    ),
    "boundary.PBB18.fix": Text(
        zh="各列须与“id”等长；某行略去的单元格请写null",
        en='let every column be as long as "id"; write null where a row leaves the cell out',
    ),
    "boundary.PBB19": Text(zh="{at}另有{n}处问题，不再逐一列出", en="at {at} there are {n} more problems, not listed"),
    "boundary.PBB19.fix": Text(
        zh="请先改正已列出的问题，再次检查", en="mend the ones that are listed, then check the document again"
    ),
    "boundary.PBB20": Text(
        zh="文档的格式版本{value}比本库所知的{known}更新",
        en="the document follows {value}, which is newer than {known}, the newest this library knows",
    ),
    "boundary.PBB20.fix": Text(
        zh="请升级本库，或用{known}导出文档", en="update the library, or have the document written as {known}"
    ),
    "boundary.PBB21": Text(
        zh="文档反复引用同一部分，展开后远大于所占的内存",
        en="the document holds its parts so many times over that it unfolds to far more than it takes up",
    ),
    "boundary.PBB21.fix": Text(
        zh="请检查生成文档的程序是否反复引用同一对象",
        en="see whether the program that made it puts one object into many places",
    ),
    "version.read": Text(zh="由{old}按{new}读取", en="read as {new} instead of {old}"),
}
