"""Gives the tests of reports the generated files of the invented county, read with csv alone."""

import pytest

from tests.reports.sample_files import SampleFiles


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> SampleFiles:
    return SampleFiles(tmp_path_factory.mktemp("sampleshire"))
