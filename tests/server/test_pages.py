"""What the course's server answers to instead of JupyterLab."""

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.web import Application, RequestHandler

from course_helpers.server.pages import NoPicture, add_pages

BESIDE_A_LESSON = "/course/lab/workspaces/a/tree/assets/figures/F20_stop.svg"


class WholePage(RequestHandler):
    """JupyterLab's own answer to every address below ``lab``."""


@pytest.fixture(scope="module")
def application() -> Application:
    made = Application(base_url="/course/")
    made.add_handlers(".*$", [(r"/course/lab(.*)", WholePage)])
    add_pages(made)
    return made


def answering(application: Application, path: str, wanted_for: str) -> object:
    """Which handler a request of a browser meets."""
    headers = HTTPHeaders({"Sec-Fetch-Dest": wanted_for, "Host": "localhost"})
    request = HTTPServerRequest(start_line=RequestStartLine("GET", path, "HTTP/1.1"), headers=headers)
    # Without a connection only the choice of the handler can be looked at.
    return getattr(application.find_handler(request), "handler_class", None)


def test_a_drawing_that_is_asked_for_before_it_has_its_address_makes_no_page(application: Application) -> None:
    assert answering(application, BESIDE_A_LESSON, "image") is NoPicture
    assert answering(application, "/course/lab/tree/assets/figures/F20_stop.svg", "image") is NoPicture


@pytest.mark.parametrize(
    ("path", "wanted_for"),
    [
        (BESIDE_A_LESSON, "document"),
        ("/course/lab/tree/notebooks/00_start_here.ipynb", "document"),
        ("/course/lab/extensions/theme/icon.svg", "image"),
        ("/course/lab/tree/notebooks/photo.png", "image"),
    ],
)
def test_whoever_opens_a_drawing_or_a_lesson_in_jupyterlab_gets_it(
    application: Application, path: str, wanted_for: str
) -> None:
    assert answering(application, path, wanted_for) is WholePage


def test_what_is_no_page_of_jupyterlab_is_left_to_others(application: Application) -> None:
    """Drawings themselves have an address of their own, which ends the same."""
    assert answering(application, "/course/files/assets/figures/F20_stop.svg", "image") is not NoPicture
