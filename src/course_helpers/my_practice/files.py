"""A file that the page lets the browser save. It goes from the kernel to the page and nowhere else."""

import base64
from typing import Any


def file_message(name: str, media_type: str, content: bytes) -> dict[str, Any]:
    """A file as a message to the page."""
    return {
        "kind": "file",
        "file": {"name": name, "type": media_type, "content": base64.b64encode(content).decode()},
    }
