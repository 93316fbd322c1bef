"""What is said when something is wrong with the file, and what can be done about it with one click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.desk import Desk
from app.opening import holder_words
from app.panels.notice import NoticeBar, Offer
from app.recent import note_recent
from app.ways_out import FOUND, WaysOut
from resources.errors import Fault
from resources.words import _, _n
from storage import Rescued

_FILE = "file"


class Troubles:
    """Watches a file and says in the notice bar what is wrong with it, offering the ways out.

    ``choose_copy`` lets a place for a copy be chosen; ``merge`` shows what a copy would bring into the map.
    """

    def __init__(
        self,
        desk: Desk,
        notice: NoticeBar,
        ways_out: WaysOut,
        choose_copy: Callable[[], object],
        merge: Callable[[Path], object],
    ) -> None:
        self._desk, self._notice, self._ways_out = desk, notice, ways_out
        self._choose_copy, self._merge = choose_copy, merge
        self._warned = False
        desk.troubled.connect(self._tell)
        desk.saved.connect(self._withdraw)
        desk.moved.connect(self._say_moved)
        if desk.file.read_only:
            self._say_read_only()

    def greet(self) -> None:
        """Say what is wrong already, and what earlier runs of the program left behind of this file."""
        found, fault = self._desk.file.found, self._desk.file.fault
        if fault is not None:
            self._tell(fault.sentence, fault.kind)
        if steps := len(found.lacks):
            said = _n(
                "Taken up where you left off: {n} change brought back.",
                "Taken up where you left off: {n} changes brought back.",
                steps,
            )
            self._desk.said.emit(said.format(n=steps), False)
        apart = [run for run in found.apart if not run.is_declined]
        if apart:
            self._say_apart(apart[0])
        elif found.older is not None:
            self._say_older(found.older)

    def say_kept_in(self, mine: Path, run: Rescued | None) -> None:
        """Say where that is which was to be brought into a file that can only be read, as somebody else has
        it open: in a copy of what a ``run`` kept; and offer to go on.
        """
        file = self._desk.path.name
        said = _("What you did is in “{mine}” now, and not yet in “{file}”.").format(
            mine=mine.name, file=file
        )
        offers: tuple[Offer, ...] = (Offer(_("Open my copy"), lambda: self._ways_out.open_copy(mine)),)
        if (holder := self._desk.file.in_use) is not None:
            together = Offer(
                _("Take over and bring both together"), lambda: self._ways_out.take_over_with(mine, run)
            )
            said = f"{said} {holder_words(self._desk.path, holder)}"
            offers = (together, *offers)
        self._notice.tell(_FILE, said, offers, lasting=True)

    def may_close(self) -> bool:
        """Whether nothing would be lost; says so where it would, and lets one who insists go.

        A disk that does not answer holds nobody, as long as what it has not got is safe: it gets that when it
        is opened next.
        """
        file = self._desk.file
        self._desk.editor.finish_writing()
        if not file.unsaved or self._warned or (not self._is_silent() and self._written()):
            return True
        self._warned = True
        if file.is_safe and (file.fault is None or self._is_silent()):
            return True
        said = self._given_up(file.unsaved) if not file.is_safe else self._left(file.unsaved)
        self._notice.tell(_FILE, said, self._offers(self._desk.trouble), grave=True, lasting=True)
        return False

    def _is_silent(self) -> bool:
        """Whether the disk is known not to answer."""
        fault = self._desk.file.fault
        return fault is not None and fault.kind == "silent"

    def _given_up(self, count: int) -> str:
        said = _n(
            "{n} change is not in the file. Close once more to give it up.",
            "{n} changes are not in the file. Close once more to give them up.",
            count,
        )
        return said.format(n=count)

    def _left(self, count: int) -> str:
        said = _n(
            "{n} change is saved on this computer and not in the file; it gets there when the file is opened "
            "here again. Close once more to leave it at that.",
            "{n} changes are saved on this computer and not in the file; they get there when the file is "
            "opened here again. Close once more to leave it at that.",
            count,
        )
        return said.format(n=count)

    def _written(self) -> bool:
        try:
            self._desk.file.wait_saved(self._desk.patience)
        except Fault:
            return False
        return True

    def _tell(self, sentence: str, kind: str) -> None:
        self._notice.tell(_FILE, sentence, self._offers(kind), grave=True, lasting=True)

    def _withdraw(self, _words: str, well: bool) -> None:
        file = self._desk.file
        if well and not file.unsaved and not file.read_only:
            self._warned = False
            self._notice.withdraw(_FILE)

    def _offers(self, kind: str) -> tuple[Offer, ...]:
        file, ways_out = self._desk.file, self._ways_out
        elsewhere = Offer(_("Save a copy elsewhere …"), self._choose_copy)
        beside = Offer(_("Save mine beside it"), ways_out.write_beside)
        again = Offer(_("Retry"), file.retry)
        if kind == "gone":
            back = Offer(_("Put it back"), file.put_back)
            return (*self._beside(), back, elsewhere)
        if kind == "changed" and not file.unsaved:
            return (Offer(_("Show it as it is now"), ways_out.open_again),)
        if kind in ("changed", "replaced"):
            together = Offer(_("Bring both together"), ways_out.bring_together)
            # What was put in its place may be taken away again, as another stick is.
            return (together, beside, again) if kind == "replaced" else (together, beside)
        if kind == "damaged":
            return (beside, elsewhere)
        if kind == "silent":
            return (elsewhere,)
        return (again, elsewhere)

    def _beside(self) -> tuple[Offer, ...]:
        """A file that was renamed by copying and deleting it looks as if it were gone, and a copy there."""
        file = self._desk.file
        if file.same_beside is None:
            return ()
        words = _("Go on in “{file}”").format(file=file.same_beside.name)
        return (Offer(words, file.go_on_beside),)

    def _say_moved(self) -> None:
        note_recent(self._desk.path)
        said = _("The file is called “{file}” now; you go on in it.")
        self._desk.said.emit(said.format(file=self._desk.path.name), False)

    def _say_read_only(self) -> None:
        copy = Offer(_("Save a copy …"), self._choose_copy)
        if (holder := self._desk.file.in_use) is not None:
            take_over = Offer(_("Take over"), self._ways_out.take_over)
            said = holder_words(self._desk.path, holder) + " " + _("It can be read here.")
            self._notice.tell(_FILE, said, (copy, take_over), lasting=True)
            return
        if self._desk.file.newer:
            self._notice.tell(_FILE, " ".join(self._desk.file.remarks), lasting=True)
            return
        said = _("“{file}” can only be read here. A copy can be edited.").format(file=self._desk.path.name)
        self._notice.tell(_FILE, " ".join((*self._desk.file.remarks, said)), (copy,), lasting=True)

    def _say_apart(self, run: Rescued) -> None:
        said = _(
            "Changes to “{file}” are kept on this computer that it does not have, and it was changed since."
        )
        together = Offer(_("Bring both together"), lambda: self._ways_out.write_run(run, self._merge))
        beside = Offer(_("Save them beside it"), lambda: self._ways_out.write_run(run))
        self._notice.tell(FOUND, said.format(file=self._desk.path.name), (together, beside))

    def _say_older(self, run: Rescued) -> None:
        count = run.last - self._desk.file.saved_revision
        said = _n(
            "“{file}” is older than when it was closed here: {n} change of yours is not in it any more.",
            "“{file}” is older than when it was closed here: {n} changes of yours are not in it any more.",
            count,
        )
        back = Offer(_("Bring them back"), lambda: self._ways_out.bring_back(run))
        leave = Offer(_("Leave it so"), lambda: self._decline(run))
        self._notice.tell(FOUND, said.format(file=self._desk.path.name, n=count), (back, leave))

    def _decline(self, run: Rescued) -> None:
        run.decline()
        self._notice.withdraw(FOUND)
