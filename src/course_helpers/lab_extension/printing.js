// A lesson on paper.

import { wordsOf } from "./arriving.js";
import { fillIn } from "../panel/fill_in.js";
import { DATA, WORDS } from "./data.js";
import { element } from "./elements.js";
import { withSurroundings } from "./print_choice.js";

/** Questions stay questions on paper, and a sorting has its answers below; other panels need the screen. */
const PRINTED_WIDGETS = ".course-quiz[data-screen=question], .course-warm-up, .course-sort";
/** A mark of reading has nothing to say on paper. */
const UNPRINTED_WIDGETS = ".course-read-mark";
/** What is folded away to be looked up; a part that was chosen out of it comes without the line that opens it. */
const LOOK_UPS = ".course-look-up:has(> summary)";
const PRINTED_HEADINGS = "h2, h3, h4, .course-card-head";
/** What stays on one page where it is short. */
const SHORT_BLOCKS = ".course-card, .course-panel, figure, details, table, blockquote, fieldset, .course-print-together";
/** The height of a block that may be kept on one page, as part of the height of the paper. */
const WHOLE_PART = 0.7;
/**
 * The page has a copy to print. It is a class, because `html:has(…)` has the browser look anew at each button and drawing of
 * the page whenever anything is added anywhere.
 */
const PRINTING = "course-printing";
/** What fits on both A4 and US Letter inside the margins of styles/printing.css. */
const PAPER = { width: "18cm", heightPx: 920 };

/**
 * What is printed is a copy of the lesson in front, with everything in it opened; the page stays as it is.
 * @param {any} lesson the open lesson in front, if there is one
 * @param {HTMLElement[]} chosen the parts of it that are wanted; none: all of it
 */
function layOutForPrint(lesson, chosen = []) {
  clearPrint();
  if (!lesson) return;
  const copy = element("div", "course-lesson course-print");
  const wanted = chosen.length ? chosen : lesson.panel.content.widgets.map((cell) => cell.node);
  copy.append(...wanted.map(withSurroundings));
  for (const details of copy.querySelectorAll(LOOK_UPS)) details.replaceWith(...onScreenOnly(details));
  for (const details of copy.querySelectorAll("details")) details.open = true;
  // On paper a word is a word.
  for (const word of copy.querySelectorAll(".course-word")) word.replaceWith(...word.childNodes);
  for (const larger of copy.querySelectorAll(".course-larger")) larger.remove();
  for (const figure of copy.querySelectorAll(".course-enlargeable")) figure.classList.remove("course-enlargeable");
  for (const widget of copy.querySelectorAll(".course-widget")) {
    if (widget.matches(UNPRINTED_WIDGETS)) widget.remove();
    else if (!widget.matches(PRINTED_WIDGETS)) widget.replaceWith(screenOnly(widget.getAttribute("aria-label")));
  }
  // A copied button would otherwise belong to the group on the page, and take the choice there away.
  for (const input of copy.querySelectorAll("input")) input.name = `print-${input.name}`;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (copy.querySelectorAll("a[href^=http]"))) {
    link.classList.toggle("course-print-address", link.host !== location.host);
  }
  copy.prepend(element("p", "course-print-about", aboutThisPrint()));
  if (chosen.length) copy.append(...stopRule(copy));
  copy.append(footOfPages());
  document.body.append(copy);
  document.documentElement.classList.add(PRINTING);
  keepHeadingsWithTheirText(copy);
  keepSmallBlocksWhole(copy);
}

/** The version, the day of its facts, and who has signed the course off. */
function aboutThisPrint() {
  return fillIn(WORDS.printed, DATA.printed);
}

/** What is printed without its lesson may lead to touch without it, so the stop rule comes along, once. */
function stopRule(copy) {
  const { title, text } = DATA.stopRule;
  if (copy.textContent.includes(text)) return [];
  const rule = element("p", "course-print-rule", ` ${text}`);
  rule.prepend(element("strong", "", `${title}:`));
  return [rule];
}

/** The foot of each page. A stylesheet of its own, because nothing else can put words there. */
function footOfPages() {
  const counters = { "{page}": "counter(page)", "{pages}": "counter(pages)" };
  const parts = WORDS.printed_page.split(/(\{\w+\})/).filter(Boolean);
  const pages = parts.map((part) => counters[part] ?? JSON.stringify(part)).join(" ");
  const about = JSON.stringify(aboutThisPrint());
  return element("style", "", `@page course-lesson { @bottom-left { content: ${about}; } @bottom-right { content: ${pages}; } }`);
}

/** The page as it was before it was printed. */
function clearPrint() {
  document.querySelector(".course-print")?.remove();
  document.documentElement.classList.remove(PRINTING);
}

/** What stands on paper in the place of a panel or a fold: its name, and that it needs the screen. */
function screenOnly(name) {
  return element("p", "course-print-note", fillIn(WORDS.screen_only, { panel: name }));
}

/** What is looked up is named once; a card's own sources are no part of what it has to say. */
function onScreenOnly(details) {
  return details.closest(".course-card, .course-widget") ? [] : [screenOnly(wordsOf(details.querySelector("summary")))];
}

/** Firefox knows no way to forbid a new page after a heading, so the two stand in one block that is kept whole. */
function keepHeadingsWithTheirText(copy) {
  for (const heading of copy.querySelectorAll(PRINTED_HEADINGS)) {
    if (heading.parentElement.matches(".course-print-together")) continue;
    const block = [heading];
    while (block.at(-1)?.matches(PRINTED_HEADINGS)) block.push(block.at(-1).nextElementSibling);
    if (!block.at(-1)) continue;
    const together = element("div", "course-print-together");
    heading.before(together);
    together.append(...block);
  }
}

/**
 * A short card stays on one page; a long one may go over two, because moving it would leave half a page empty.
 * The copy is measured at the width of the paper, out of sight.
 */
function keepSmallBlocksWhole(copy) {
  Object.assign(copy.style, { display: "block", left: "-100vw", position: "absolute", width: PAPER.width });
  for (const block of copy.querySelectorAll(SHORT_BLOCKS)) {
    block.classList.toggle("course-print-whole", block.offsetHeight < PAPER.heightPx * WHOLE_PART);
  }
  copy.removeAttribute("style");
}

export { clearPrint, layOutForPrint };
