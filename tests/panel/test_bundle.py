"""Scripts are joined by their own import lines; what names nothing is refused with file and line."""

from pathlib import Path

import pytest

from course_helpers.panel.bundle import BrokenScript, bundle, faults_of

Files = dict[str, str]
WHOLE: Files = {
    "view.js": 'import { one } from "./one.js";\nimport { two } from "./two.js";\n\nexport default { one, two };\n',
    "one.js": 'import {\n  two,\n} from "./two.js";\nconst one = two + 1;\nexport { one };\n',
    "two.js": "/** Imports nothing. */\nfunction two() {}\nclass Own {}\nexport { two };\n",
}


@pytest.fixture
def put(tmp_path: Path) -> "Put":
    return Put(tmp_path)


class Put:
    """Writes scripts into a folder; the last damage wins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, **damage: str) -> Path:
        for name, text in (WHOLE | {f"{name}.js": text for name, text in damage.items()}).items():
            (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / "view.js"

    def faults(self, **damage: str) -> list[str]:
        return [str(fault) for fault in faults_of(self(**damage))]


def test_each_file_stands_once_and_after_what_it_needs(put: Put) -> None:
    joined = bundle(put())
    assert joined.index("function two") < joined.index("const one") < joined.index("export default")
    assert joined.count("function two") == 1
    assert "import" not in joined.replace("Imports nothing", "")
    assert "export {" not in joined


def test_a_name_that_nobody_exports_is_refused(put: Put) -> None:
    [fault] = put.faults(one='\nimport {\n  three,\n} from "./two.js";\nconst one = 1;\nexport { one };\n')
    assert fault.startswith("one.js:3: It imports three, which two.js does not export.")
    with pytest.raises(BrokenScript, match=r"one\.js:3"):
        bundle(put.folder / "view.js")


def test_a_file_that_is_not_there_is_refused(put: Put) -> None:
    [fault] = put.faults(one='import { two } from "./gone.js";\nconst one = two;\nexport { one };\n')
    assert fault.startswith("one.js:1: It imports from gone.js, which is not there.")


def test_a_name_that_two_files_declare_is_refused(put: Put) -> None:
    [fault] = put.faults(one='import { two } from "./two.js";\n\nlet Own = two;\nconst one = Own;\nexport { one };\n')
    assert "Own is declared in" in fault
    assert {"one.js:3", "two.js:3"} <= {word.strip(":") for word in fault.split()}


def test_an_own_name_in_the_place_of_an_imported_one_is_refused(put: Put) -> None:
    [fault] = put.faults(one='import { two } from "./two.js";\nconst two = 1;\nconst one = two;\nexport { one };\n')
    assert "two is declared in" in fault


def test_an_export_of_nothing_is_refused(put: Put) -> None:
    [fault] = put.faults(two="function two() {}\nexport { two, three };\n")
    assert fault.startswith("two.js:2: It exports three, which it does not declare.")


def test_a_circle_is_refused(put: Put) -> None:
    [fault] = put.faults(two='import { one } from "./one.js";\nconst two = one;\nexport { two };\n')
    assert fault.startswith("two.js:1: It imports from one.js, which needs it.")


@pytest.mark.parametrize(
    "line",
    [
        'import two from "./two.js";',
        'import * as all from "./two.js";',
        'import "./two.js";',
        "export const three = 3;",
        'import { two } from "./two.js"',
    ],
)
def test_another_form_of_import_or_export_is_refused(put: Put, line: str) -> None:
    faults = put.faults(one=f"const one = 1;\n{line}\nexport {{ one }};\n")
    assert any(fault.startswith("one.js:2: ") and "a form that is not joined" in fault for fault in faults)


def test_a_bundle_has_one_default(put: Put) -> None:
    [fault] = put.faults(two="function two() {}\nexport { two };\nexport default two;\n")
    assert fault.startswith("two.js:3: It has a default export and is imported.")


def test_a_part_that_changed_since_is_read_again(put: Put) -> None:
    """What is known of a part is kept for the next bundle, by its text and not by its place."""
    before = bundle(put())
    after = bundle(put(two="function two() { return 2; }\nexport { two };\n"))
    assert "return 2" in after
    assert "return 2" not in before
    assert bundle(put()) == before
