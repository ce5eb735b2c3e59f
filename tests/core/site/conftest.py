import pytest
from knowledge.pages.page import Settings
from knowledge.site.files import assemble
from knowledge.site.render import Renderer


@pytest.fixture(scope="session")
def renderer(project):
    """The site of the repository, in a folder of its host, for nobody to edit and without a demo."""
    return Renderer(assemble(project, Settings("https://host.example/folder/")))
