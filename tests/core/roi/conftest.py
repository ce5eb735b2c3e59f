import pytest
from knowledge.roi.engine import evaluate

from tests.support.roi import ERP, random_inputs

TRIALS = 1000


@pytest.fixture(scope="session")
def example(model):
    """The worked example."""
    return evaluate(model, {}, ERP)


@pytest.fixture(scope="session")
def trials(model):
    """(inputs, situation, results) of many readers."""
    return [
        (inputs, situation, evaluate(model, inputs, situation)) for situation, inputs in random_inputs(model, TRIALS)
    ]
