"""Knows how to draw lines by area: one chart, direct labels, at most a few lines in colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from dashboard.domain.charting.labels import spread
from dashboard.domain.palette import ACCENT, INK_FAINT, INK_SOFT, MUTED, SERIES, SERIES_TEXT
from dashboard.domain.wording import sentence
from layouts.figures.labels import add_starts
from layouts.figures.slope import draw_slope, is_slope
from layouts.theme import TEMPLATE

HEIGHT = 380
LETTER = 7.4  # pixels, about, in a label
LABEL_ROOM = 16  # pixels between two labels at the line ends
LABEL_SHIFT = 15  # pixels from the last point, where a target has its dash
MOST_TICKS = 14
OVER_OTHERS = {"bgcolor": "rgba(255,255,255,.88)"}  # a label inside the plot, which a line may cross
FEWEST_FOR_GREY = 4  # up to here every line has its own colour


@dataclass(frozen=True, slots=True)
class Style:
    line: str
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class End:
    """Where a line ends, and what is written there."""

    height: float
    text: str
    style: Style
    at: int  # which of the periods


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands on the chart beside the lines."""

    unit: str
    highlighted: tuple[str, ...] = ()
    targets: Mapping[str, tuple[float, str]] | None = None  # by period label: number, as a reader writes it
    baseline: tuple[float, str] | None = None
    breaks: tuple[str, ...] = ()  # period labels before which the meaning changed
    height: int = HEIGHT  # pixels
    starts: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by period label: the actions that start


def trend_figure(frame: pd.DataFrame, extras: Extras) -> go.Figure:
    """Return the chart of *frame* (area, whole, label, kind, number, text; one row a point, oldest first).

    Lines are labelled at their ends; with more than four, all but the highlighted are grey.
    """
    figure = go.Figure(layout={"template": TEMPLATE})
    drawn = frame.dropna(subset=["number"])
    labels = _labels(frame, drawn, extras)
    ends: list[End] = []
    for at, (area, points) in enumerate(drawn.groupby("area", sort=False)):
        style = _style(str(area), at, drawn["area"].nunique(), extras.highlighted)
        there = frame[(frame["area"] == area) & frame["label"].isin(labels)]
        figure.add_trace(_line(str(area), there, style, extras.targets or {}))
        ends.append(_end(str(area), points, labels, style))
    _add_targets(figure, extras)
    _add_baseline(figure, extras)
    if extras.targets:
        label, (number, text) = list(extras.targets.items())[-1]
        words = f"Target · {text}" if label == labels[-1] else f"Target · {text}<br>in {label}"
        ends.append(End(number, words, Style(INK_FAINT, INK_SOFT, 1.5), labels.index(label)))
    _lay_out(figure, labels, extras, max((len(line) for end in ends for line in end.text.split("<br>")), default=0))
    _label_ends(figure, ends, _scaled(figure, drawn, labels, extras), extras.height)
    return figure


def _scaled(figure: go.Figure, drawn: pd.DataFrame, labels: Sequence[str], extras: Extras) -> float:
    """Set the ends of the upright axis where it does not find them by itself, and return how far it reaches."""
    if is_slope(figure, labels):
        return draw_slope(figure, labels, extras.baseline, extras.height - 80)
    top = _top(drawn, extras)
    if extras.baseline is not None:
        figure.update_yaxes(range=[0, top * 1.12])  # a reference line does not stretch the axis by itself
    return top


def _labels(frame: pd.DataFrame, drawn: pd.DataFrame, extras: Extras) -> list[str]:
    """The periods of the level axis, up to the last of which anything is drawn."""
    labels = list(dict.fromkeys([*frame["label"], *(extras.targets or {})]))
    known = {*drawn["label"], *(extras.targets or {})}
    while len(labels) > 1 and labels[-1] not in known:
        labels.pop()
    return labels


def _end(area: str, points: pd.DataFrame, labels: list[str], style: Style) -> End:
    """The end of a line; what it says names its period where others go on."""
    number, text, label = (points[name].iloc[-1] for name in ("number", "text", "label"))
    words = f"{area} · {text}" if label == labels[-1] else f"{area} · {text}<br>in {label.partition('<br>')[0]}"
    return End(float(number), words, style, labels.index(label))


def _style(area: str, at: int, lines: int, highlighted: Sequence[str]) -> Style:
    if area in highlighted:
        place = list(highlighted).index(area) % 2 + 2
        return Style(SERIES[place], SERIES_TEXT[place], 3)
    if lines > FEWEST_FOR_GREY or highlighted:
        return Style(MUTED, INK_SOFT, 2)
    return Style(SERIES[at % 4], SERIES_TEXT[at % 4], 2.5)


def _line(area: str, points: pd.DataFrame, style: Style, targets: Mapping[str, tuple[float, str]]) -> go.Scatter:
    """A line with what is read off it: area, period, figure, and the target of the period."""
    read = zip(points["label"], points["text"], strict=True)
    return go.Scatter(
        x=points["label"].tolist(),
        y=[None if pd.isna(number) else number for number in points["number"]],
        text=points["text"].tolist(),
        name=area,
        mode="lines+markers" if points["kind"].nunique() == 1 else "markers",  # unlike years are not joined
        connectgaps=False,
        cliponaxis=False,
        line={"color": style.line, "width": style.width},
        marker={"size": 7, "color": style.line},
        hovertext=[f"{text}, target {targets[label][1]}" if label in targets else text for label, text in read],
        hovertemplate=f"{area}<br>%{{x}}: %{{hovertext}}<extra></extra>",
    )


def _add_targets(figure: go.Figure, extras: Extras) -> None:
    if extras.targets:
        figure.add_trace(
            go.Scatter(
                x=list(extras.targets),
                y=[number for number, _ in extras.targets.values()],
                text=[text for _, text in extras.targets.values()],
                name="Target",
                mode="lines+markers",
                line={"color": INK_FAINT, "width": 1.5, "dash": "dash"},
                marker={"symbol": "line-ew", "size": 16, "line": {"color": INK_FAINT, "width": 2.5}},
                hovertemplate="Target %{x}: %{text}<extra></extra>",
            )
        )


def _add_baseline(figure: go.Figure, extras: Extras) -> None:
    """A level to start from, whose year the document does not print."""
    if extras.baseline is not None:
        figure.add_hline(y=extras.baseline[0], line={"color": INK_FAINT, "width": 1, "dash": "dot"})
        figure.add_annotation(
            text=f"Baseline {extras.baseline[1]}, year not printed",
            x=0,
            xref="paper",
            y=extras.baseline[0],
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
            font={"color": INK_FAINT, "size": 12},
        )


def _lay_out(figure: go.Figure, labels: list[str], extras: Extras, longest: int) -> None:
    """Axes and margins; the right margin holds the *longest* label, in letters."""
    right = 25 + longest * LETTER
    figure.update_layout(margin={"l": 8, "r": right, "t": 34, "b": 8}, hovermode="closest")
    figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=labels,
        tickmode="array",
        tickvals=_ticks(labels),
        range=[-0.25, max(len(labels) - 1, 0) + 0.05],
    )
    _name_unit(figure, extras.unit)
    add_starts(figure, labels, extras.starts)
    for label in extras.breaks:
        if label in labels:
            figure.add_vline(x=labels.index(label) - 0.5, line={"color": ACCENT, "dash": "dash", "width": 1})


def _name_unit(figure: go.Figure, unit: str) -> None:
    """What the upright axis counts, above it."""
    figure.add_annotation(
        text=sentence(unit),
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=10,
        showarrow=False,
        font={"color": INK_FAINT, "size": 12},
    )


def _ticks(labels: list[str]) -> list[str]:
    """As many labels as stand beside each other, the newest always among them."""
    step = -(-len(labels) // MOST_TICKS)
    return labels[::-1][::step][::-1] if labels else []


def _top(drawn: pd.DataFrame, extras: Extras) -> float:
    """The height of the axis, so that labels can be kept apart in its units."""
    every = [*drawn["number"], *(number for number, _ in (extras.targets or {}).values())]
    every.append(extras.baseline[0] if extras.baseline else 0)
    span = max(every, default=1) - min(0.0, min(every, default=0))
    return float(span) or 1.0


def _label_ends(figure: go.Figure, ends: list[End], top: float, height: int) -> None:
    lines, last = max((end.text.count("<br>") for end in ends), default=0) + 1, max((end.at for end in ends), default=0)
    room = top * LABEL_ROOM * lines / (height - 80)
    for end, up in zip(ends, spread([end.height for end in ends], room), strict=True):
        figure.add_annotation(
            text=f"<b>{end.text}</b>" if end.style.width >= 2.5 else end.text,
            x=end.at,
            y=up,
            xanchor="left",
            xshift=LABEL_SHIFT,
            showarrow=False,
            font={"color": end.style.text, "size": 13},
            **(OVER_OTHERS if end.at < last else {}),
        )
