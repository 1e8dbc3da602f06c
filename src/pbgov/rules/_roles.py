"""Three roles in a joint body that are easily taken for one."""

from __future__ import annotations

from enum import StrEnum


class RoleKind(StrEnum):
    """What somebody is to a joint body: three things, and none of them is a post.

    - 召集人 *convener*: calls the meeting; bound to a post, and does not rotate.
    - 轮职主席 *rotating chair*: presides for a term, in turn with others.
    - 轮值委员 *duty member*: is on duty for a term, in turn with others; the sources give no length of the term.

    Examples:
        >>> RoleKind.CONVENER.rotates, RoleKind.DUTY_MEMBER.rotates
        (False, True)
    """

    CONVENER = "convener"
    ROTATING_CHAIR = "rotating_chair"
    DUTY_MEMBER = "duty_member"

    @property
    def rotates(self) -> bool:
        """Whether the role passes from one to the next."""
        return self is not RoleKind.CONVENER
