"""`python -m smartpick_desktop`: the arguments go to the command line."""

import sys


def main() -> int:
    """The exit code of the command line."""
    from smartpick_desktop.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
