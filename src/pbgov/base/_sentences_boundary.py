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
    "boundary.PBB30": Text(
        zh="不知道楼栋{subject}有多少户，因此未读入",
        en="how many households building {subject} has is not known; it is left out",
    ),
    "boundary.PBB30.fix": Text(
        zh="请写在{at}，或由参数households按标识给出；空置楼栋写0",
        en="give the number at {at}, or by households={{id: number}}; 0 for a vacant building",
    ),
    "boundary.PBB31": Text(
        zh="{at}的位置{value}似乎纬度在前", en="the position at {at}, {value}, seems to have the latitude first"
    ),
    "boundary.PBB31.fix": Text(zh="GeoJSON中经度在前，请对调", en="GeoJSON has the longitude first; swap the two"),
    "boundary.PBB32": Text(
        zh="{at}的环未闭合，已按闭合读取", en="the ring at {at} is not closed; it is read as if it were"
    ),
    "boundary.PBB32.fix": Text(zh="请在末尾重复第一个点", en="repeat the first position at the end"),
    "boundary.PBB33": Text(
        zh="楼栋{subject}的轮廓有孔洞（{at}），未读入孔洞",
        en="the outline of {subject} has holes, from {at} on; they are left out",
    ),
    "boundary.PBB33.fix": Text(
        zh="无须处理；轮廓只用于定位与绘图", en="nothing has to be done: outlines serve to place and to draw"
    ),
    "boundary.PBB34": Text(
        zh="楼栋{subject}由几部分组成（{at}），只读入最大的部分",
        en="building {subject} has several parts, at {at}; the largest is taken",
    ),
    "boundary.PBB34.fix": Text(
        zh="各部分若是不同楼栋，请各写一个要素", en="if the parts are buildings of their own, give each its own feature"
    ),
    "boundary.PBB35": Text(
        zh="{at}的环只有{n}个不同的点，或不围成面积", en="the ring at {at} has {n} different corners, or holds no area"
    ),
    "boundary.PBB35.fix": Text(zh="请给出至少三个不在一线的点", en="give at least three corners that lie on no line"),
    "boundary.PBB36": Text(
        zh="{at}的{value}不是所述坐标系中的位置", en="{value} at {at} is no position in the system that was named"
    ),
    "boundary.PBB36.fix": Text(
        zh="经度须在±180、纬度在±90之内；以米为单位的平面坐标请用crs=“metric”",
        en='longitudes lie within ±180 and latitudes within ±90; for metres on a plane pass crs="metric"',
    ),
    "document.form": Text(
        zh="文档没有{value}这种形式；可用keyed（按标识）、rows（行）或columns（列）",
        en='there is no such form of a document: {value}; use "keyed", "rows" or "columns"',
    ),
    "geojson.crs": Text(
        zh="坐标系{value}未知；可用lonlat（经纬度）或metric（米）",
        en='no such system of coordinates: {value}; use "lonlat" (degrees) or "metric" (metres)',
    ),
    "geojson.origin": Text(
        zh="原点{value}不是位置；请给出同一坐标系中的两个数",
        en="the origin {value} is no position; give two numbers in the same system",
    ),
    "version.read": Text(zh="由{old}按{new}读取", en="read as {new} instead of {old}"),
}
