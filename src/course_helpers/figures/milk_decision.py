"""The milk decision as a drawing: four questions, of which the first yes decides.

It says what ``content/milk_decision.toml`` says, sign for sign and as soon; a test compares the two.
"""

from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT, LINES
from course_helpers.figures.branches import Branch, no, stacked
from course_helpers.figures.drawing import drawing
from course_helpers.figures.marks import COLOURS, card, paragraphs
from course_helpers.figures.safety import LIMIT_FEVER, LIMIT_ILL, temperature
from course_helpers.figures.style import BODY, LEADING, SMALL
from course_helpers.figures.wrapping import rows, spaced, wrapped

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas


BRANCHES = (
    Branch(
        "stop",
        f"{temperature(LIMIT_FEVER)} or more, shivering, very ill, chest pain, coughing blood, breathless, "
        "thoughts of harm, faint or fainting, a fit, confused, slurred speech, blue or blotchy skin, "
        "a rash that does not fade under a glass, ill with no pee all day? One sore leg, swollen or warm?\n"
        f"Or unwell: above {temperature(LIMIT_ILL)}, or as with flu?\n"
        "Low immunity, or cancer treatment in the last six weeks: ill, or the number on your card?\n"
        "After a birth or a loss (miscarriage, abortion): bad, constant or growing belly pain, "
        "pain despite painkillers, bad smell, rib pain, heavy bleeding, large clots, bad headache, changed sight, "
        "swollen face or hands, or ill with a racing heart, fast breath, throwing up or loose stools?\n"
        "Pregnant: pains, bleeding, leaking water, less movement, bad headache, changed sight, "
        "swollen face or hands, rib pain?",
        "No massage. Get help",
        "Emergency number now: faint or fainting, a fit, chest pain, coughing blood, blue or blotchy skin, "
        "a rash that stays, no pee all day, confused, slurred speech, "
        "breathless, thoughts of harm, very ill after a loss, "
        "bleeding with a racing heart, pregnant with heavy bleeding or constant pain, "
        "or blood that pours (birth or stillbirth: over a pad an hour).\n"
        "Emergency department today, straight away: one sore leg, swollen or warm.\n"
        "Hospital now, phoning ahead: within six weeks of a birth or a loss, with fever, shivering, very ill (birth), "
        "bad, constant or growing belly pain, or ill with a racing heart, fast breath, throwing up or loose stools.\n"
        "Maternity unit now: pregnant, with fever, shivering, very ill or a “pregnant” sign; "
        "after a birth, heavy bleeding, large clots, bad headache, changed sight, swelling, bad smell, "
        "pain despite painkillers or rib pain.\n"
        "Your clinic or out-of-hours line now: after a loss, with one of these, or as with flu.\n"
        "Cancer line or your clinic now: fever, shivery, your card’s number or ill on cancer treatment "
        "(six weeks after too) "
        "or with low immunity.\n"
        "Out-of-hours line, urgent care or hospital now: others very ill, or who shake and cannot stop.\n"
        "Midwife or doctor today: anything else. Closed: out-of-hours line. Read the next question too.",
    ),
    Branch(
        "wait",
        "An area that is hot, very sore, redder or darker, or has blisters?",
        "No massage here",
        "Emergency number now: goes numb, blisters for no known cause, spreads in hours, "
        "quickly turns purple, grey or black, or hurts far more than it looks.\n"
        "Other blisters: no feeding there; express, throw it away; call today. "
        "Baby unwell: hospital now.\n"
        "Hospital today: worse or no better after 48 hours of antibiotics.\n"
        "Doctor today: hurts very badly, growing, come back, full of fluid, "
        "a fresh biopsy or operation, diabetes or low immunity.\n"
        "All others: call your midwife or doctor, worse, at once; "
        "not clearly better, within 24 hours of its start.\n"
        "Closed: out-of-hours line.\n"
        "A third of the breast or more: be seen within two days, weekends too, even if it eases. "
        "Not gone after antibiotics: ask for an urgent breast clinic referral.\n"
        "Meanwhile, without blisters: cool pack in a cloth (white nipple: warm it), feed or pump as usual, rest.",
    ),
    Branch(
        "wait",
        "A lump for about a week, or not softer after feeds? A nipple rash despite steroid? "
        "A change not yet explained?",
        "Show it, no massage",
        "Contact your family doctor today or the next working day. Feed or express. "
        "Rash despite steroid: ask for an urgent breast clinic referral.",
    ),
)
ALLOWED = (
    "Softer after feeds, no fever. Pressure 1 to 2, never firm. Stop if it hurts. "
    "Massage is optional, and a hungry baby never waits.\n"
    "Pregnant, or could be: ask your midwife first."
)
LINE = SMALL * LEADING


@drawing("F21", 1581, 2626)
def draw_f21(canvas: "Canvas") -> None:
    """Decide before you touch a breast that makes milk: four questions, the first yes decides."""
    whole = canvas.width - 28
    rule = "From the top. The first yes decides. Not sure counts as yes."
    canvas.text(16, 36, wrapped(rule, whole, BODY, bold=True), BODY, bold=True)
    top = 74.0 if canvas.narrow else 54.0
    for branch in BRANCHES:
        top = (stacked if canvas.narrow else _beside)(canvas, branch, top) + 24
    words = wrapped(spaced(ALLOWED), whole - 58, SMALL)
    heading = wrapped("None of these, and comfortable: light steps are allowed", whole - 58, BODY, bold=True)
    high = 38 + LINE * rows(words) + LEADING * BODY * heading.count("\n")
    card(canvas, "go", (14, top, whole, high), heading, words)


QUESTION = 236.0
"""Width of the box of a question that stands beside its answer, in pixels; the longest answer is the higher one."""
GAP = 56.0
"""Between a question and its answer, for the arrow, in pixels."""


def _beside(canvas: "Canvas", branch: Branch, top: float) -> float:
    """A question and, to its right, what a yes means; gives the lower edge."""
    right = 14 + QUESTION
    wide = canvas.width - 14 - right - GAP
    words = wrapped(spaced(branch.words), wide - 58, SMALL)
    question = wrapped(spaced(branch.question), QUESTION - 22, BODY)
    asked = BODY * LEADING * rows(question)
    high = max(40 + LINE * rows(words), 26 + asked)
    middle, colour = top + high / 2, COLOURS[branch.kind][0]
    canvas.box((14, top, QUESTION, high), LIGHT.raised, LIGHT.line, LINES.body)
    paragraphs(canvas, 25, middle + 5 - (asked - BODY * LEADING) / 2, question, BODY)
    canvas.arrow([Point(right, middle), Point(right + GAP - 2, middle)], colour, LINES.taught, head=11)
    canvas.text(right + GAP / 2 - 3, middle - 9, "yes", SMALL, colour, "center", bold=True)
    card(canvas, branch.kind, (right + GAP, top, wide, high), branch.heading, words)
    no(canvas, 14 + QUESTION / 2, top + high)
    return top + high
