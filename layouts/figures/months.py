"""Knows how the last months of a place are drawn in a table row: a bar each, gaps where no file is loaded."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.palette import ACCENT, LINE, MUTED

WIDTH, HEIGHT, YEAR = 120, 28, 12


def month_bars(months: Sequence[int | None]) -> Markup:
    """Bars of *months*, the oldest first; the newest year darker, a month without a file as a grey foot."""
    if not months:
        return Markup("")
    step = WIDTH / len(months)
    highest = max((n for n in months if n is not None), default=0) or 1
    bars = []
    for at, n in enumerate(months):
        newest = at >= len(months) - YEAR
        height = 1.5 if not n else max(1.5, n * (HEIGHT - 2) / highest)
        colour = LINE if n is None else ACCENT if newest else MUTED
        bars.append(
            f'<rect x="{at * step:.1f}" y="{HEIGHT - height:.1f}" width="{step - 1:.1f}" height="{height:.1f}"'
            f' fill="{colour}"/>'
        )
    label = ", ".join("no file" if n is None else str(n) for n in months)
    return Markup(
        f'<svg class="months" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img"'
        f' aria-label="Month by month: {label}">{"".join(bars)}</svg>'
    )
