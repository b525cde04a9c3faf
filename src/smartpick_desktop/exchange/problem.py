"""Why a file could not be read or written, as a sentence for the user."""


class ExchangeError(Exception):
    """What is wrong with the file and where. Nothing was changed."""


class CancelledError(Exception):
    """The user asked to stop. Nothing was changed."""
