"""What is wrong with a record, field by field, with the reason and the place."""

from kiosk.staff.records.problems.checking import blocking, problems_of
from kiosk.staff.records.problems.problem import Degree, RecordProblem

__all__ = ["Degree", "RecordProblem", "blocking", "problems_of"]
