"""Makes archives as people, browsers and attackers make them."""

import io
import zipfile
import zlib


def zipped(files: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return body.getvalue()


def locked(archive: bytes) -> bytes:
    """*archive* with the mark of a password on each of its files."""
    for start, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = archive.find(start)
        while at >= 0:
            archive = archive[: at + place] + bytes([archive[at + place] | 1]) + archive[at + place + 1 :]
            at = archive.find(start, at + 4)
    return archive


def zip_of_nothing(megabytes: int) -> bytes:
    """A zip of a few hundred kilobytes that holds one file of zeros."""
    body, piece = io.BytesIO(), bytes(1024 * 1024)
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("nothing.csv", "w") as inside:
        for _ in range(megabytes):
            inside.write(piece)
    return body.getvalue()


def gzip_of_nothing(megabytes: int) -> bytes:
    packer, piece = zlib.compressobj(9, wbits=31), bytes(1024 * 1024)
    return b"".join([*(packer.compress(piece) for _ in range(megabytes)), packer.flush()])
