import functools

import pytest
from knowledge.records import source


@pytest.fixture(autouse=True, scope="module")
def parsed_once():
    """A file that is the same in many copies of a project is parsed once; all else is done each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "read_text", functools.cache(source.read_text))
        yield
