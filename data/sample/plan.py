"""Knows the plan of Sampleshire's invented partnership as its officers typed it: actions, risks, calendar, survey."""

from collections.abc import Iterator

from data.sample.places import DISTRICT, DUNNOCKSEA, MARLHAVEN, PELLISTOCK, QUENBURY, TARROWFOLD

ACTIONS_HEADER = (
    "Partnership,Ref,Objective,Action,Lead,Partners,Start,Due,Status,Measure,Progress,Resources,Linked indicators,Area"
)
RISKS_HEADER = (
    "Partnership,Ref,Type,Risk,Impact,Likelihood,Rating,Controls,Further actions,Residual impact,Residual likelihood,"
    "Residual risk,Lead,Review date,Linked indicators"
)
MEETINGS_HEADER = "Partnership,Meeting,Date,Time,Venue,Chair"
CAMPAIGNS_HEADER = "Partnership,Campaign,Status,Start,End,Lead,Measure,Meeting date,Area"
PRIORITIES_HEADER = "Partnership,Priority,Objective,Agreed by,Categories,Area"
SURVEY_HEADER = "Partnership,Survey,Area,Round,Rank,Concern,%,Category"

NIGHT, HOMES, SHOPS = "1. A safe night out", "2. Safe homes and vehicles", "3. Shops and high streets"
TOGETHER, ROOTS = "4. Getting on together", "5. Causes of crime"
VIOLENCE, BURGLARY, VEHICLES = "Violent crime", "Burglary", "Vehicle crime"
SHOPLIFTING, BEHAVIOUR, DAMAGE, ROBBERY = "Shoplifting", "Anti-social behaviour", "Criminal damage and arson", "Robbery"
POLICE, COUNCIL, HOUSING = "Chief Inspector, local policing", "Head of community safety", "Housing manager"
LICENSING, YOUTH, HEALTH = "Licensing manager", "Youth justice manager", "Public health consultant"
TRADE, ANALYST = "Retail forum chair", "Partnership analyst"

Line = tuple[str, ...]

_ACTIONS: tuple[Line, ...] = (
    ("A1", NIGHT, "Night-time patrols at closing time around the Ropewalk", POLICE, "Street pastors", "04/04/2025",
     "31/03/2027", "On track", "Fewer assaults between 22:00 and 04:00",
     "Patrols every Friday and Saturday since April 2025", "Two officers a night", VIOLENCE, MARLHAVEN),
    ("A2", NIGHT, "Train door staff in welfare and first aid", LICENSING, "Licensed premises", "01/09/2025",
     "30/09/2026", "At risk", "60 door staff trained", "38 trained by July 2026; the trainer's contract ended",
     "£6,000", VIOLENCE, ""),
    ("A3", NIGHT, "Review licences in the saturation zone", LICENSING, "Police", "01/05/2026", "by December 2026",
     "On track", "Every licence in the zone reviewed", "Seven of eleven reviewed", "", VIOLENCE, MARLHAVEN),
    ("A4", HOMES, "Alley gates behind the terraces of Pellistock Weir", HOUSING, "Residents' associations",
     "01/04/2025", "31/03/2026", "Done", "Eight gates fitted", "Eight gates fitted by February 2026", "£24,000",
     BURGLARY, PELLISTOCK),
    ("A5", HOMES, "Visit every burgled home within a week with advice on locks", POLICE, "Fire service", "01/04/2024",
     "Ongoing", "On track", "Nine in ten homes visited", "91% visited in 2025/26", "", BURGLARY, ""),
    ("A6", HOMES, "Cameras and lighting in the car parks at Dunnocksea Cliffs", COUNCIL, "Parking services",
     "01/08/2026", "31/10/2026", "At risk", "Three car parks lit", "Power supply awaited from the network company",
     "£41,000", VEHICLES, DUNNOCKSEA),
    ("A7", HOMES, "Tool-marking days for tradespeople", POLICE, "Builders' merchants", "", "Spring 2027",
     "Not started", "Four days held", "", "£1,200", VEHICLES, ""),
    ("A8", SHOPS, "One scheme for reporting shop theft in all town centres", TRADE, "Police", "01/06/2026",
     "31/01/2027", "On track", "80 shops in the scheme", "52 shops joined", "", SHOPLIFTING, ""),
    ("A9", SHOPS, "Offer treatment to people who steal to pay for drugs", HEALTH, "Probation", "01/01/2026",
     "30/06/2026", "At risk", "40 people in treatment", "17 people in treatment; waiting list of nine weeks", "",
     SHOPLIFTING, MARLHAVEN),
    ("A10", TOGETHER, "Youth worker on Friday evenings at Quenbury Market", YOUTH, "Parish councils", "01/05/2025",
     "31/03/2027", "On track", "Fewer calls on Friday evenings", "34 evenings held", "£18,500", BEHAVIOUR, QUENBURY),
    ("A11", TOGETHER, "Answer every complaint of anti-social behaviour within two working days", COUNCIL, "Police",
     "01/04/2025", "31/03/2026", "Done", "95% answered in two days", "96% in 2025/26", "", BEHAVIOUR, ""),
    ("A12", TOGETHER, "Repair vandalised shelters within five days", COUNCIL, "Bus operators", "01/07/2026",
     "30/11/2026", "On track", "Nine in ten repaired in five days", "", "", DAMAGE, TARROWFOLD),
    ("A13", ROOTS, "Mentors for young people who have carried a knife", YOUTH, "Schools", "01/09/2026", "31/08/2027",
     "On track", "30 young people with a mentor", "11 matched", "£52,000", f"{VIOLENCE}; {ROBBERY}", ""),
    ("A14", ROOTS, "Share what each service knows of repeat victims, monthly", ANALYST, "All partners", "", "TBC",
     "Not started", "A list agreed each month", "", "", "", ""),
)  # fmt: skip

_RISKS: tuple[Line, ...] = (
    ("R1", "Funding", "The violence grant ends in March 2027 and is not renewed", "4", "4", "16",
     "Bid written for two years; reserve of £30,000", "Business case to the board in December", "4", "3", "12",
     COUNCIL, "10/12/2026", VIOLENCE),
    ("R2", "Delivery", "No trainer for door staff before the Christmas season", "3", "4", "12", "Two providers asked",
     "Decide on the provider in October", "3", "2", "6", LICENSING, "31/10/2026", VIOLENCE),
    ("R3", "Performance", "Thefts from cars on the coast go on through the winter", "4", "3", "12",
     "Patrols; signs in car parks", "", "", "", "", POLICE, "10/12/2026", VEHICLES),
    ("R4", "Data", "Retailers report to three different systems, so shop theft is counted late", "2", "4", "8",
     "Monthly return from the forum", "One scheme (A8)", "2", "2", "4", TRADE, "31/01/2027", SHOPLIFTING),
    ("R5", "Reputation", "Residents hear nothing after a report and stop reporting", "3", "3", "10",
     "Two-day promise (A11)", "Publish the answer times", "3", "1", "3", COUNCIL, "31/03/2027", BEHAVIOUR),
    ("R6", "Partnership", "Youth workers leave at the end of their contracts", "3", "2", "6",
     "Contracts to March 2027", "", "2", "2", "4", YOUTH, "", BEHAVIOUR),
)  # fmt: skip

GROUP, BOARD, TASKING = "Strategy group", "Partnership board", "Monthly tasking"
HALL = "Marlhaven, the Moot Hall"
_MEETINGS: tuple[Line, ...] = (
    (GROUP, "12/03/2026", "10:00", HALL, "Chair of the strategy group"),
    (BOARD, "28/05/2026", "14:00", HALL, "Chair of the board"),
    (GROUP, "11/06/2026", "10:00", HALL, "Chair of the strategy group"),
    (GROUP, "17/09/2026", "10:00", HALL, "Chair of the strategy group"),
    (TASKING, "15/10/2026", "09:30", "By video", POLICE),
    (TASKING, "19/11/2026", "09:30", "By video", POLICE),
    (GROUP, "10/12/2026", "10:00", HALL, "Chair of the strategy group"),
    (TASKING, "21/01/2027", "09:30", "By video", POLICE),
    (GROUP, "11/03/2027", "10:00", HALL, "Chair of the strategy group"),
    (BOARD, "27/05/2027", "14:00", HALL, "Chair of the board"),
)
_CAMPAIGNS: tuple[Line, ...] = (
    ("Lock it or lose it: cars on the coast", "Current", "01/08/2026", "31/10/2026", POLICE, VEHICLES, "17/09/2026",
     DUNNOCKSEA),
    ("Light nights: lamps and locks when the clocks go back", "Planned", "26/10/2026", "30/11/2026", POLICE, BURGLARY,
     "17/09/2026", ""),
    ("Safer Christmas: last buses, first aid and street pastors", "Planned", "04/12/2026", "02/01/2027", LICENSING,
     VIOLENCE, "10/12/2026", MARLHAVEN),
    ("Respect for shop workers", "Planned", "January 2027", "January 2027", TRADE, SHOPLIFTING, "10/12/2026", ""),
    ("Spring clean of shelters and underpasses", "Planned", "March 2027", "April 2027", COUNCIL, DAMAGE, "",
     TARROWFOLD),
)  # fmt: skip

PLAN_NAME = "Community safety plan 2025-28"
_PRIORITIES: tuple[Line, ...] = (
    ("Violence in public places", NIGHT, PLAN_NAME, "Violent crime", ""),
    ("Burglary and vehicle crime", HOMES, PLAN_NAME, "Acquisitive crime", ""),
    ("Shop theft", SHOPS, PLAN_NAME, "Shop theft", ""),
    ("Anti-social behaviour", TOGETHER, PLAN_NAME, "Anti-social behaviour", ""),
    ("Thefts from cars at the cliffs", HOMES, "Locality priorities 2026", "Vehicle crime", DUNNOCKSEA),
    ("Young people on Friday evenings", TOGETHER, "Locality priorities 2026", "Anti-social behaviour", QUENBURY),
    ("The Ropewalk at closing time", NIGHT, "Locality priorities 2026", "Violent crime", MARLHAVEN),
)

SURVEY = "Residents' survey"
SPEED, NUISANCE, LITTER = "Speeding", "Groups making a nuisance", "Litter and fly-tipping"
DRUGS, BREAK_INS = "Drug dealing in the open", "Break-ins"
_KINDS = {SPEED: "Road safety", NUISANCE: "Anti-social behaviour", LITTER: "Environmental crime", DRUGS: "Drugs",
          BREAK_INS: "Domestic burglary"}  # fmt: skip
_ROUNDS: dict[str, dict[str, dict[str, int]]] = {
    "2025": {
        "": {SPEED: 41, NUISANCE: 36, LITTER: 31, DRUGS: 22, BREAK_INS: 17},
        MARLHAVEN: {NUISANCE: 48, DRUGS: 39, LITTER: 27},
        DUNNOCKSEA: {SPEED: 44, LITTER: 40, NUISANCE: 25},
    },
    "2026": {
        "": {SPEED: 43, LITTER: 34, NUISANCE: 32, DRUGS: 26, BREAK_INS: 12},
        MARLHAVEN: {DRUGS: 45, NUISANCE: 43, LITTER: 29},
        DUNNOCKSEA: {SPEED: 42, NUISANCE: 33, LITTER: 31},
    },
}


def plan_files() -> Iterator[tuple[str, str, list[Line]]]:
    """Each file of the plan: its name, its heading and its lines."""
    yield "actions.csv", ACTIONS_HEADER, _of_county(_ACTIONS)
    yield "risks.csv", RISKS_HEADER, _of_county(_RISKS)
    yield "meetings.csv", MEETINGS_HEADER, _of_county(_MEETINGS)
    yield "campaigns.csv", CAMPAIGNS_HEADER, _of_county(_CAMPAIGNS)
    yield "priorities.csv", PRIORITIES_HEADER, _of_county(_PRIORITIES)
    yield "survey.csv", SURVEY_HEADER, _of_county(_survey())


def _of_county(lines: tuple[Line, ...]) -> list[Line]:
    return [(DISTRICT, *line) for line in lines]


def _survey() -> tuple[Line, ...]:
    return tuple(
        (SURVEY, area, year, str(rank), concern, str(percent), _KINDS[concern])
        for year, areas in _ROUNDS.items()
        for area, concerns in areas.items()
        for rank, (concern, percent) in enumerate(concerns.items(), start=1)
    )
