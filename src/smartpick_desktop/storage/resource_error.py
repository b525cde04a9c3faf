"""What is wrong with a rules or data file, and where in it."""


class ResourceError(Exception):
    """A resource file that cannot be used: file name, line or field, and what was expected."""

    def __init__(self, file: str, where: str, message: str) -> None:
        super().__init__(f"{file}, {where}: {message}" if where else f"{file}: {message}")
        self.file = file
        self.where = where
        self.message = message
