"""How long to go on: counted in steps, so that the same question gets the same answer on any machine."""

from __future__ import annotations

from collections.abc import Callable


class Work:
    """What may still be done.

    A step is one small thing looked at: a building drawn into a tree, a grid that might be drawn, a half-made plan.

    Args:
        steps: How many steps may be taken; ``None`` for as many as it takes.
        stop: Asked now and then whether to stop; a clock may stand behind it.
    """

    __slots__ = ("_left", "_steps", "_stop", "over")

    def __init__(self, steps: int | None = None, stop: Callable[[], bool] | None = None) -> None:
        """Begin."""
        self._left = self._steps = steps
        self._stop = stop
        self.over = False

    def anew(self) -> Work:
        """Give as much work once more, which ends when somebody asks to stop."""
        return Work(self._steps, self._stop)

    def spend(self, steps: int) -> bool:
        """Take some steps; ``False`` when there are none left, or somebody asked to stop: then and ever after."""
        if self._left is not None:
            self._left -= steps
            if self._left < 0:
                self.over = True
        if not self.over and self._stop is not None and self._stop():
            self.over = True
        return not self.over
