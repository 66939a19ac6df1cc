"""What an operator can mend."""


class OperatorError(Exception):
    """One clear sentence for the operator. Ends a command with 1, without a traceback."""
