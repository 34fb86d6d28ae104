"""What can go wrong outside the program: each error names the place, the problem and the way out."""


class FactcheckError(Exception):
    """The work cannot be done; the message is one line for the user. The command line exits with 2."""


class InputError(FactcheckError):
    """A document that is missing, unreadable or no text."""


class ConfigError(FactcheckError):
    """A setting, flag or config file that cannot be used."""


class RuleError(FactcheckError):
    """A rule file that cannot be used."""
