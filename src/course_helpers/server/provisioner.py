"""How the course's JupyterLab gets the process of a lesson's kernel: the spare one, or a new one as ever.

``jupyter/kernels/python3`` names it, ``pyproject.toml`` says where it is. No other Jupyter reads that folder.
"""

import contextlib
import os
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from course_helpers.server.spare import KEEPER


class LessonProvisioner(LocalProvisioner):
    """Jupyter's own, which first asks for the spare one."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Have a process for this command."""
        how = self._scrub_kwargs(kwargs)
        process = await KEEPER.take(cmd, how)
        if process is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = process
        self.pid = process.pid
        self.pgid = None
        if hasattr(os, "getpgid"):
            with contextlib.suppress(OSError):
                self.pgid = os.getpgid(process.pid)
        self.cwd = how.get("cwd")
        return self.connection_info
