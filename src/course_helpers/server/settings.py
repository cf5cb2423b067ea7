"""The settings with which the course's JupyterLab runs: its own, and none of the computer's."""

import json
import os
from pathlib import Path
from typing import Any

from course_helpers.commands.environment import FIRST_LESSON, SETTINGS_VARIABLE, WORKSPACES_VARIABLE
from course_helpers.files import write_atomic

QUIET = {"@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"}}
"""No question about news, and no look for newer versions."""

FOLLOWS_THE_COMPUTER = {
    "@jupyterlab/apputils-extension:themes": {
        "adaptive-theme": True,
        "preferred-light-theme": "JupyterLab Light",
        "preferred-dark-theme": "JupyterLab Dark",
    }
}
"""Light or dark as everything else on the computer, until somebody chooses."""

COMES_ALIVE = {
    "@jupyterlab/notebook-extension:tracker": {
        "autoStartDefaultKernel": True,
        "scrollPastEnd": False,
        "windowingMode": "none",
    }
}
"""A lesson gets its kernel with no question, and all its cells stay attached: a routine out of sight goes on, and
whoever finds or prints meets the whole lesson. `defer`, which draws the first screen first, shows words 7 % sooner and
is live no sooner; a print in its first seconds lacked headings.
"""

FOR_READING = {"@jupyterlab/docmanager-extension:plugin": {"autosave": False, "confirmClosingDocument": False}}
"""A lesson is read and not written. Whoever writes keeps JupyterLab's own ways of not losing a change."""

PAGE = {"buildAvailable": False, "buildCheck": False}
"""JupyterLab does not ask whether it should build itself: each page would start Node for the answer."""

NOT_FOR_A_COURSE = ("extensionmanager-extension",)
NOT_FOR_READING = (
    # Each time a kernel begins or ends to work, the page would ask the server for another picture of its tab.
    "application-extension:faviconbusy",
    "cell-toolbar-extension",
    "celltags-extension",
    "completer-extension",
    "console-extension",
    "csvviewer-extension",
    "debugger-extension",
    "htmlviewer-extension",
    "inspector-extension",
    "logconsole-extension",
    "lsp-extension",
    # No lesson has a formula, and looking for them needs a megabyte of scripts.
    "mathjax-extension",
    "mermaid-extension",
    "fileeditor-extension:language-server",
    "notebook-extension:language-server",
    "metadataform-extension",
    # A list of all headings, read anew from every output whenever a lesson changes. The course has its own.
    "notebook-extension:toc",
    "toc-extension",
    "notebook-extension:update-raw-mimetype",
    "pluginmanager-extension",
    "statusbar-extension",
    "apputils-extension:kernel-status",
    "apputils-extension:running-sessions-status",
    "notebook-extension:kernel-status",
    "terminal-extension",
    "tooltip-extension",
    "vega5-extension",
)
"""Parts of JupyterLab for those who write code, each with the parts that cannot be without it. A reader meets none of
them, and each costs time at every opening.
"""


def default_settings(*, author: bool) -> dict[str, dict[str, Any]]:
    """What JupyterLab does unless the learner chooses otherwise, by the name of its part."""
    return QUIET | FOLLOWS_THE_COMPUTER | COMES_ALIVE | ({} if author else FOR_READING)


def page_settings(*, author: bool) -> dict[str, Any]:
    """What JupyterLab's page is made of; whoever writes has every part of it."""
    left_out = NOT_FOR_A_COURSE if author else NOT_FOR_A_COURSE + NOT_FOR_READING
    return PAGE | {"disabledExtensions": {f"@jupyterlab/{part}": True for part in left_out}}


def write_settings(config_folder: Path, *, author: bool) -> None:
    """Put the defaults where only this JupyterLab looks.

    Raises:
        OSError: if they cannot be written.
    """
    folder = config_folder / "labconfig"
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "default_setting_overrides.json": default_settings(author=author),
        "page_config.json": page_settings(author=author),
    }
    for name, content in files.items():
        write_atomic(folder / name, json.dumps(content, indent=1).encode())


def ignore_settings_of_the_computer() -> None:
    """Let JupyterLab look neither for settings nor for extensions in folders that all programs here share.

    No variable turns them off without also hiding what is installed with the course. The lists are read at each look,
    so they are emptied in place.
    """
    from jupyter_core import paths

    if paths.SYSTEM_CONFIG_PATH != paths.ENV_CONFIG_PATH:
        paths.SYSTEM_CONFIG_PATH.clear()
    if paths.SYSTEM_JUPYTER_PATH != paths.ENV_JUPYTER_PATH:
        paths.SYSTEM_JUPYTER_PATH.clear()


def lab_options() -> list[str]:
    """How the course's JupyterLab differs from any other. What a person adds comes later, and counts more."""
    return [
        f"--LabApp.default_url=/lab/tree/{FIRST_LESSON}",
        "--LabApp.extension_manager=readonly",
        # A course needs no language servers, and looking for them runs other programs of this computer.
        "--LanguageServerManager.autodetect=False",
        # Warnings speak to whoever runs a server. `--log-level=WARN` brings them back.
        "--Application.log_level=ERROR",
    ]


def own_folders() -> list[str]:
    """Where settings and layouts are kept, said once more: JupyterLab reads the variables when it is first imported."""
    folders = {"user_settings_dir": SETTINGS_VARIABLE, "workspaces_dir": WORKSPACES_VARIABLE}
    return [f"--LabApp.{name}={os.environ[of]}" for name, of in folders.items() if os.environ.get(of)]


def safety_options(root: Path, host: str) -> list[str]:
    """What keeps the course to this computer and this person. It comes last, so nothing overrides it."""
    return [
        f"--ServerApp.root_dir={root}",
        f"--ServerApp.ip={host}",
        # The course opens the browser itself, once it knows that its page is whole.
        "--ServerApp.open_browser=False",
        "--ServerApp.allow_remote_access=False",
        "--ServerApp.allow_origin=",
        "--ServerApp.allow_origin_pat=",
        "--ServerApp.disable_check_xsrf=False",
        # Only this computer can reach the course, also where everything runs as root, as in a container.
        "--ServerApp.allow_root=True",
        # What a lesson and its page tell each other stays private, also from other users of this computer.
        f"--KernelManager.transport_encryption={'auto' if can_encrypt() else 'disabled'}",
        f"--IdentityProvider.token={new_token()}",
        # A password set for the whole computer would hide the lessons behind a form.
        "--PasswordIdentityProvider.hashed_password=",
    ]


def can_encrypt() -> bool:
    """True where Jupyter's messages can be encrypted, which is the case for all usual packages of it."""
    import zmq

    return bool(zmq.has("curve"))


def new_token() -> str:
    """A secret that only this start knows."""
    import secrets

    return secrets.token_hex(24)
