"""Knows the columns of series, forecasts, control charts and comparisons of areas."""

from dashboard.reports.columns.column import Columns, number, text, whole, yes_no

OWN_UNIT = "the indicator's unit"

COLUMNS: Columns = {
    # series
    "period_slug": text("Period address", "What names the period in an address of Outturn."),
    "measure": text("Measure", "Which number is shown: count, rate, share, index or change."),
    "count": number("Count", "How many were counted."),
    "reason": text("Why no value", "Why there is no number."),
    "basis": text("How it came about", "What the number was worked out from."),
    "trend.marker": text("Trend", "Whether the last five years rise, fall, or show neither."),
    "series.text": text("As printed", "The figure exactly as its source has it."),
    # forecasts
    "year": text("Year", "The year in progress."),
    "months_counted": whole("Months counted", "How many months of the year are counted.", "months"),
    "so_far": number("So far", "What is counted of the year.", OWN_UNIT),
    "mean": number("Expected", "What the year is expected to end at.", OWN_UNIT),
    "low_80": number("Low 80%", "The lower end of the range that holds four times in five.", OWN_UNIT),
    "high_80": number("High 80%", "The upper end of the range that holds four times in five.", OWN_UNIT),
    "forecast.low_95": number("Low 95%", "The lower end of the range that holds 19 times in 20.", OWN_UNIT),
    "forecast.high_95": number("High 95%", "The upper end of the range that holds 19 times in 20.", OWN_UNIT),
    "p_meet": number("Chance of meeting it", "How probable it is that the year meets its target, from 0 to 1."),
    "p_meet_words": text("Chance in words", "The same in words."),
    "required_run_rate": number("Needed a month", "What each month that is left may hold so that the target is met."),
    "forecast.share": number("Share of the year", "How much of a usual year is over by then, from 0 to 1."),
    "past": whole("Earlier counts", "How many months or quarters before this year the forecast rests on."),
    "own_season": number("Own season", "How much of its season its own counts tell, from 0 to 1."),
    "method": text("Method", "How the forecast is made."),
    "forecast.reason": text("Why no forecast", "Why no forecast is made."),
    "trials": whole("Trials", "How many earlier months such a forecast was tried at.", "forecasts"),
    "coverage_80_pct": number("Inside the range", "How many of the outcomes lay in the 80% range.", "%"),
    "error_pct": number("Error", "How far the forecasts were off, on average.", "%"),
    "flat_share_error_pct": number("Error of equal months", "How far a forecast of equal months was off.", "%"),
    "last_year_error_pct": number("Error of last year again", "How far “as last year” was off.", "%"),
    "last_share_error_pct": number(
        "Error of last year's way", "How far a forecast was off that goes on as last year went on.", "%"
    ),
    "no_worse": yes_no("No worse", "Whether the forecasts were no worse than the simple ones."),
    # control charts
    "control_chart.mean": number("Mean", "The middle line of the chart.", OWN_UNIT),
    "lower": number("Lower limit", "The lower control limit.", OWN_UNIT),
    "upper": number("Upper limit", "The upper control limit.", OWN_UNIT),
    "signals": text("Signals", "What is unusual about the point, and on which side."),
    "trial": yes_no("Trial limits", "Whether the limits are of few points yet."),
    "limits_reason": text("Why no limits", "Why no limits are drawn."),
    "run_length": whole("Length of a run", "How many points on one side of the mean make a run.", "points"),
    "new_limits_from": text("New limits from", "The period that somebody decided new limits from."),
    "new_limits_by": text("New limits by", "The role that decided so."),
    "new_limits_why": text("Why new limits", "The reason given."),
    "season": text("Season", "What the middle line follows, or why it is level though the points are months."),
    "season_factor": number("Season factor", "What the month usually has, as a multiple of an average month."),
    # repeats of an incident list
    "within_days": whole("Within", "Up to how many days after the incident before at the same place.", "days"),
    "repeats": whole("Incidents again", "How many incidents came so soon after one at the same place.", "incidents"),
    "repeats.places": whole("Places with repeats", "At how many places they came."),
    "distance": text("Distance", "How far apart the incidents of a pair are."),
    "days_apart": text("Days apart", "How many days apart the incidents of a pair are."),
    "pairs": whole("Pairs", "How many pairs of incidents are so near in place and time.", "pairs"),
    "pairs_by_chance": number("Pairs by chance", "How many chance makes of the same places and days.", "pairs"),
    "times_chance": number("Times chance", "How many times as many there are; empty where chance makes none."),
    "judged": yes_no("Judged", "Whether the band was named before anything was looked at: no other is judged."),
    "p": number("p", "How often chance makes as many pairs or more, from 0 to 1; of the judged band."),
    "dealt_out": whole("Times dealt out", "How many times the days were dealt out anew among the places."),
    "as_many": whole("Times with as many", "How many of these times there were as many pairs or more."),
    # five years
    "slope": number("Slope", "The change a year by a straight line through the years.", OWN_UNIT),
    "chi_squared": number("Chi-squared", "The statistic that the trend is tested by."),
    "sentence": text("In a sentence", "The finding as a sentence."),
    # areas beside each other
    "population": whole("Population", "How many people live there.", "people"),
    "rate": number("Rate", "The figure per 1,000 people.", "per 1,000 people"),
    "rate_reason": text("Why no rate", "Why no rate is worked out."),
    "rank": whole("Rank", "Its place by size, the largest first."),
    "against_all": text("Against all together", "higher, lower or similar, by its 95% interval."),
    "funnel": text("In the funnel", "Whether it lies outside the limits that chance alone makes for its population."),
    "funnel_reason": text("Why not in the funnel", "Why no place in the funnel is given."),
    "share": number("Share", "How much of the total it is.", "%"),
    "previous_value": number("Value before", "The figure of the period before.", OWN_UNIT),
    "change": number("Change in units", "The change on the period before.", OWN_UNIT),
    "change_share": number("Share of the change", "How much of the change of the total it is.", "%"),
    "counter_mover": yes_no("Against the total", "Whether it moved the other way than the total."),
    "population_year": text("Year of the population", "The year that the population is of."),
    "is_own": yes_no("Own area", "Whether it is the area of the view."),
    "months_compared": whole("Months compared", "In how many months the areas are compared.", "months"),
    "areas_compared": whole("Areas compared", "How many areas are compared, the own one among them.", "areas"),
    "all_together": number(
        "All together", "The rate of all areas together, the own one among them.", "per 1,000 people"
    ),
    "others_mean": number(
        "Mean of the others", "The mean of the other areas’ rates, each counting once.", "per 1,000 people"
    ),
    "others_mean_reason": text("Why no mean", "Why there is no mean of the others."),
    "others_together": number("Others together", "The rate of all other areas together.", "per 1,000 people"),
    "overlapping": whole("Overlapping", "How many others’ 95% intervals overlap that of the own area.", "areas"),
    "force_area": text("Force area", "The police force area that it lies in."),
    "is_compared": yes_no("Compared", "Whether it is compared in this view."),
    "similar": yes_no("Similar area", "Whether it is one of the areas that are most like the chosen one."),
    "part_of_total": yes_no("Part of the total", "Whether it is counted in the total."),
    "in_progress": yes_no("In progress", "Whether the year is not over."),
}
