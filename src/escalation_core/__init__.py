"""Applies an organisation's own escalation criteria to a support situation, with quoted proof."""

from escalation_core._version import VERSION as __version__
from escalation_core.errors import EscalationError
from escalation_core.evaluation import evaluate
from escalation_core.model.context import Context
from escalation_core.model.evaluation import Evaluation
from escalation_core.model.mention import Reading
from escalation_core.reading import context, read

__all__ = ["Context", "EscalationError", "Evaluation", "Reading", "__version__", "context", "evaluate", "read"]
