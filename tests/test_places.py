"""The assets are found in a checkout, in an editable install and in a wheel."""

from pathlib import Path

from dashboard.places import assets_folder


def test_a_checkout_and_an_editable_install_use_the_folder_beside_the_packages() -> None:
    assert assets_folder() == Path(__file__).parents[1] / "assets"
    assert (assets_folder() / "vendor" / "plotly-cartesian.min.js").is_file()


def test_an_installed_wheel_uses_the_folder_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "dashboard"
    (package / "_assets").mkdir(parents=True)
    assert assets_folder(package) == package / "_assets"
