"""Runs the constructors that slice_constructors.py has cut out of the library, on configs, without
the library."""

from .attributes import AttributeLookup
from .configs import ConfigBuilding
from .expressions import ExpressionEvaluation
from .modules import ModuleBuilding
from .statements import StatementRunning
from .torch_modules import TorchModules
from .values import MISSING


class Interpreter(
    TorchModules,
    ModuleBuilding,
    ConfigBuilding,
    StatementRunning,
    AttributeLookup,
    ExpressionEvaluation,
):
    """Builds modules from sliced sources; `recorder.Recorder` derives from it and notes every
    decision."""

    MISSING = MISSING

    def __init__(self, catalog):
        self.cat = catalog
