"""Knows how parcels cross from the reading child: one frame each, its length first, held to its shape on arrival."""

from collections.abc import Iterator
from typing import IO, Annotated

from msgspec import Meta, MsgspecError, Struct
from msgspec.msgpack import Decoder, Encoder

from data.parcels import Said

LENGTH = 4  # bytes that say how long a frame is
LARGEST = 1024**3  # bytes of one frame: the child has not twice as much memory

_encoder = Encoder()


class Frame(Struct, array_like=True):
    """One parcel, with the position of the path it was read from."""

    at: Annotated[int, Meta(ge=0)]
    said: Said


class BrokenFrame(Exception):
    """What arrives is no frame of ours."""


def written(frame: Frame) -> bytes:
    body = _encoder.encode(frame)
    return len(body).to_bytes(LENGTH) + body


def frames(told: IO[bytes], files: int) -> Iterator[Frame]:
    """The frames of *told*, each of one of so many *files*, to its end; raises BrokenFrame for anything else."""
    decoder = Decoder(Frame)
    while start := told.read(LENGTH):
        length = int.from_bytes(start)
        body = told.read(length) if len(start) == LENGTH and length <= LARGEST else b""
        try:
            frame = decoder.decode(body)
        except (MsgspecError, UnicodeDecodeError) as fault:
            raise BrokenFrame from fault
        if frame.at >= files:
            raise BrokenFrame
        yield frame
