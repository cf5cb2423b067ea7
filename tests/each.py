"""One test that asks the same of each of many records, and tells every record where it does not hold."""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any


def each(
    names: str, records: Iterable[Any], *, named: Callable[[Any], object] = str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Like pytest's ``parametrize``, for what is asked in a moment: a test of its own takes longer than most answers.

    ``names`` are the parameters of the test that a record gives, one or several with a comma between them. A fixture is
    made once for all records, so this is for tests that leave nothing behind.
    """
    wanted = [name.strip() for name in names.split(",")]
    asked = list(records)
    assert asked, "no record, so nothing would be tested"

    def over_all(test: Callable[..., None]) -> Callable[..., None]:
        whole = inspect.signature(test)

        @functools.wraps(test)
        def of_all(*args: Any, **fixtures: Any) -> None:
            faults = []
            for record in asked:
                values = record if len(wanted) > 1 else (record,)
                try:
                    test(*args, **fixtures, **dict(zip(wanted, values, strict=True)))
                except Exception as fault:
                    fault.add_note(f"{names}: {', '.join(str(named(value)) for value in values)}")
                    faults.append(fault)
            if faults:
                raise ExceptionGroup(f"It does not hold for {len(faults)} of {len(asked)}", faults)

        rest = [parameter for parameter in whole.parameters.values() if parameter.name not in wanted]
        vars(of_all)["__signature__"] = whole.replace(parameters=rest)
        return of_all

    return over_all
