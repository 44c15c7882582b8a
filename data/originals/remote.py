"""Knows loaded files in an object store or on another machine, by whatever back-end of fsspec reaches it."""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import fsspec

from dashboard.domain.errors import OriginalsAway, RefusedFile, SettingsFault
from dashboard.questions.street import Original
from data.originals.folder import PIECE, STAGE, order

PUT_WHOLE = frozenset({"memory", "s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oss", "oci"})  # nobody sees half
#: Nobody waits for long where nothing answers; what the administrator sets for fsspec goes before.
OPTIONS: dict[str, dict[str, object]] = {
    kind: {"config_kwargs": {"connect_timeout": 5, "read_timeout": 30, "retries": {"max_attempts": 2}}}
    for kind in ("s3", "s3a")
}
PAUSE = 10.0  # seconds for which a store that did not answer is not asked again
AWAY = "The store of loaded files ({place}) does not answer: no file can be kept or read. Try again in a few minutes."
UNKNOWN = "OUTTURN_ORIGINALS names {kind}://, which fsspec does not know: name a folder, s3://, gs:// or abfs://."
UNREACHED = "OUTTURN_ORIGINALS names {kind}://, and what reaches it is not installed here. {mend}."


@cache
def remote(address: str) -> "Remote":
    """The store at *address*; raises SettingsFault where nothing that is installed reaches it."""
    kind = address.partition("://")[0]
    try:
        fsspec.get_filesystem_class(kind)
    except ValueError as fault:
        raise SettingsFault(UNKNOWN.format(kind=kind)) from fault
    except ImportError as fault:
        raise SettingsFault(UNREACHED.format(kind=kind, mend=str(fault).rstrip("."))) from fault
    return Remote(address, kind)


class Remote:
    """One place in a store. Its connections are fsspec's, which makes them anew in a process that is forked."""

    def __init__(self, address: str, kind: str) -> None:
        self._address, self._kind = address, kind
        self._place = f"{kind}://{address.partition('://')[2].partition('/')[0].rpartition('@')[2]}"
        self._away_until = 0.0

    def state(self, sha256: str) -> Original:
        """Whether it is there; what it holds is checked whenever it is read, since that takes all of its bytes."""
        try:
            with self._reached() as (files, root):
                return Original.KEPT if _size(files, _kept(root, sha256)) is not None else Original.MISSING
        except OriginalsAway:
            return Original.AWAY

    @contextmanager
    def checked(self, sha256: str) -> Iterator[tuple[Original, Path]]:
        with TemporaryDirectory(prefix="outturn-checked-", ignore_cleanup_errors=True) as private:
            copy = Path(private) / sha256
            yield self._fetched(sha256, copy), copy

    def _fetched(self, sha256: str, copy: Path) -> Original:
        with self._reached() as (files, root):
            try:
                files.get_file(_kept(root, sha256), str(copy))
            except FileNotFoundError:
                return Original.MISSING
        with copy.open("rb") as opened:
            same = hashlib.file_digest(opened, "sha256").hexdigest() == sha256
        return Original.KEPT if same else Original.ALTERED

    def keep(self, path: Path, sha256: str) -> None:
        with self._reached() as (files, root):
            place = _kept(root, sha256)
            if _holds(files, place, sha256):
                return
            self._put(files, path, place)
            if not _holds(files, place, sha256):
                files.rm_file(place)
                raise RefusedFile(f"{path.name} was changed while it was read: load it again.")

    def _put(self, files: fsspec.AbstractFileSystem, path: Path, place: str) -> None:
        """Put a file in its place whole: at once, or under another name that it has until all of it is there."""
        if self._kind in PUT_WHOLE:
            files.put_file(str(path), place)
            return
        files.makedirs(place.rpartition("/")[0], exist_ok=True)
        half = f"{place}.{secrets.token_hex(4)}.part"
        try:
            files.put_file(str(path), half)
            with suppress(FileNotFoundError):
                files.rm_file(place)  # an altered one: not every store moves over what is there
            files.mv(half, place)
        except BaseException:
            with suppress(Exception):
                files.rm_file(half)
            raise

    def erase(self, sha256: str) -> None:
        with self._reached() as (files, root), suppress(FileNotFoundError):
            files.rm_file(_kept(root, sha256))

    def named(self, sha256: str) -> str:
        return f"{sha256} in {self._place}"

    @contextmanager
    def beside(self, prefix: str) -> Iterator[Path]:
        with TemporaryDirectory(prefix=prefix) as folder:
            yield Path(folder)

    def stage(self, path: Path, name: str) -> None:
        with self._reached() as (files, root):
            self._put(files, path, f"{root}/{STAGE}/{name}/{path.parent.name}/{path.name}")

    @contextmanager
    def staged(self, name: str) -> Iterator[list[Path]]:
        with TemporaryDirectory(prefix="outturn-staged-", ignore_cleanup_errors=True) as private:
            found = {path: place for place, path in self._fetch(name, Path(private))}
            try:
                yield sorted(found, key=order)
            finally:
                self._forget([place for path, place in found.items() if not path.exists()])

    def _forget(self, places: list[str]) -> None:
        if places:
            with self._reached() as (files, _):
                for place in places:
                    files.rm_file(place)

    def _fetch(self, name: str, private: Path) -> Iterator[tuple[str, Path]]:
        with self._reached() as (files, root):
            files.invalidate_cache()
            for found in files.find(f"{root}/{STAGE}/{name}"):
                number, last = found.rsplit("/", 2)[1:]
                copy = private / number / last
                copy.parent.mkdir(exist_ok=True)
                files.get_file(found, str(copy))
                yield found, copy

    def unstage(self, name: str) -> None:
        with self._reached() as (files, root), suppress(FileNotFoundError):
            files.rm(f"{root}/{STAGE}/{name}", recursive=True)

    @contextmanager
    def _reached(self) -> Iterator[tuple[fsspec.AbstractFileSystem, str]]:
        """The back-end and our place in it; raises OriginalsAway for whatever is wrong with it."""
        if monotonic() < self._away_until:
            raise OriginalsAway(AWAY.format(place=self._place))
        try:
            yield fsspec.url_to_fs(self._address, **OPTIONS.get(self._kind, {}))
        except RefusedFile:
            raise
        except Exception as fault:
            self._away_until = monotonic() + PAUSE
            raise OriginalsAway(AWAY.format(place=self._place)) from fault


def _kept(root: str, sha256: str) -> str:
    return f"{root.rstrip('/')}/{sha256[:2]}/{sha256}"


def _size(files: fsspec.AbstractFileSystem, place: str) -> int | None:
    """The bytes at *place*, as the store says it now; None where there is nothing."""
    files.invalidate_cache()  # another node may have written since
    try:
        return int(files.info(place)["size"] or 0)
    except FileNotFoundError:
        return None


def _holds(files: fsspec.AbstractFileSystem, place: str, sha256: str) -> bool:
    """Whether just these bytes are at *place*."""
    digest = hashlib.sha256()
    if _size(files, place) is None:
        return False
    with files.open(place, "rb") as opened:
        while piece := opened.read(PIECE):
            digest.update(piece)
    return digest.hexdigest() == sha256
