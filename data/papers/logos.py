"""Knows how a logo that somebody sends is checked, and made into a plain picture that papers may show."""

import io
import warnings

from PIL import Image, UnidentifiedImageError

from dashboard.domain.errors import RefusedDecision

MOST_BYTES, MOST_PIXELS = 1_000_000, 16_000_000
LARGEST = (800, 400)  # points, as papers show it sharply
FIELD = "logo"


def read_logo(sent: bytes) -> bytes:
    """*sent* as a PNG with nothing in it but the picture; raises RefusedDecision with what is wrong."""
    if len(sent) > MOST_BYTES:
        raise _refused(f"The logo must be 1 MB or smaller: it has {len(sent) / 1_000_000:.1f} MB.")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(sent), formats=("PNG", "JPEG")) as found:
            if found.width * found.height > MOST_PIXELS:
                raise _refused(f"The logo is too large: {found.width:,} × {found.height:,} points.")
            picture = found.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise _refused("The logo is no PNG or JPEG, or it is damaged: save it anew as PNG.") from fault
    picture.thumbnail(LARGEST)
    written = io.BytesIO()
    Image.frombytes("RGBA", picture.size, picture.tobytes()).save(written, "PNG", optimize=True)
    return written.getvalue()


def _refused(sentence: str) -> RefusedDecision:
    return RefusedDecision(((FIELD, sentence),))
