"""Knows the ten minutes of an administrator: people, rules, the trail, backups, upgrades."""

from dashboard.reports.guides.guide import Guide, GuideStep

ADMINISTRATOR = Guide(
    "administrator",
    "Looking after Outturn",
    "For whoever says who may do what, and keeps the server running.",
    (
        GuideStep(
            "Let people in",
            (
                "Give each person a role: reader, analyst, chair or administrator, for one partnership or for all. "
                "Accounts are Outturn's own, your provider's (OpenID Connect) or your proxy's. At a desk nobody "
                "signs in.",
            ),
            "users",
            "users",
        ),
        GuideStep(
            "Cover small numbers",
            (
                "Settings says which small counts others see hidden or rounded, so that no total gives one back. The "
                "same page leads to name, logo and colour of a partnership's papers.",
            ),
            "settings",
            "settings",
        ),
        GuideStep(
            "Say how long files are kept",
            (
                "Rules by kind or source; the page lists what is due. outturn purge erases for good, with every row "
                "that was read from a file, and says so wherever it was seen.",
            ),
            "settings/files",
            "files-kept",
        ),
        GuideStep(
            "Look at the trail",
            (
                "Whoever published, decided, downloaded or was denied something left a line. The trail only grows, "
                "and shows where somebody cut it. Note its fingerprint in the minutes now and then.",
            ),
            "audit",
            "audit",
        ),
        GuideStep(
            "Back up, restore, upgrade",
            (
                "outturn backup FILE writes everything to one file while people work; a timer does it every night. "
                "Restore one on another machine now and then. A newer Outturn upgrades the database when it starts, "
                "and keeps a copy.",
            ),
        ),
        GuideStep(
            "Watch it",
            (
                "The log has a line for each request, with the number that a reader sees when something went wrong. "
                "Prometheus reads /metrics; /health/ready says whether figures can be read.",
            ),
        ),
    ),
    ("deploy", "backup", "upgrading", "sign-in", "audit-and-retention", "small-numbers", "standbys"),
)
