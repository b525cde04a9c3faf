"""Rules files of the user's own: copied out, taken in after a check, and set aside again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from smartpick_desktop.storage.files import move, new_private_file, private_folder
from smartpick_desktop.storage.reference_data import RULE_FILES, check_rules_file
from smartpick_desktop.storage.resource_error import ResourceError


def export_rules(
    resources: Path, target_folder: Path, *, edited: Path | None = None
) -> list[Path]:
    """Copy the rules files in force into `target_folder`; return where they are now.

    ResourceError, with nothing copied, if one of them is there already.
    """
    targets = [target_folder / name for name in RULE_FILES]
    for target in targets:
        if target.exists():
            raise ResourceError(
                target.name, "", "there is a file of that name already; choose another folder"
            )
    for target in targets:
        own = edited / target.name if edited else None
        source = own if own is not None and own.exists() else resources / "rules" / target.name
        with _explained(target):
            target_folder.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as copy:
                copy.write(source.read_bytes())
    return targets


def adopt(file: Path, edited_folder: Path, resources: Path) -> Path:
    """Check the rules file `file` and keep a copy of it in `edited_folder`; return the copy.

    ResourceError says what is wrong with it; what was in force before then stays.
    """
    check_rules_file(file, resources)
    target = edited_folder / file.name
    with _explained(file):
        private_folder(edited_folder)
        with TemporaryDirectory(dir=edited_folder, ignore_cleanup_errors=True) as drafts:
            draft = Path(drafts, file.name)
            new_private_file(draft)
            draft.write_bytes(file.read_bytes())
            check_rules_file(draft, resources)  # the very bytes that will be in force
            draft.replace(target)
    return target


def edited_files(edited_folder: Path) -> tuple[str, ...]:
    """The names of the rules files in `edited_folder`."""
    return tuple(name for name in RULE_FILES if (edited_folder / name).exists())


def reset(edited_folder: Path, moment: datetime) -> Path | None:
    """Move the edited copies into a folder named after `moment`; return it, or None without any.

    Nothing is deleted, and a folder of the same second is never mixed with another.
    """
    names = edited_files(edited_folder)
    if not names:
        return None
    with _explained(edited_folder / names[0]):
        aside = _free(edited_folder / f"old-{moment:%Y%m%dT%H%M%SZ}")
        private_folder(aside)
        for name in names:
            move(edited_folder / name, aside / name)
    return aside


def _free(folder: Path) -> Path:
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    return free


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """A context in which a failure of the disk is raised as a ResourceError."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise ResourceError(path.name, "", f"could not be copied: {reason}") from error
