// What the course's JupyterLab extension decides, without touching the page: pure functions, tested alone.

import { letterOrKey } from "../panel/keys.js";

/** @typedef {{key: string, code?: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, shiftKey?: boolean}} KeyPress */

/**
 * The file name of a notebook, whatever drive or folder it lies in.
 * @param {string} path
 */
function fileName(path) {
  return path.split(/[/:]/).pop() ?? "";
}

/**
 * Whether a notebook is one of the course's lessons, to the letter: the same file name and the same code cells
 * in the same order. Anything else is foreign and is never run.
 * @param {Record<string, string[]>} lessonCode the code cells of every lesson, by file name
 * @param {string} path
 * @param {string[]} codeCells
 */
function isCourseLesson(lessonCode, path, codeCells) {
  const name = fileName(path);
  const expected = Object.hasOwn(lessonCode, name) ? lessonCode[name] : null;
  return (
    expected !== null &&
    expected.length === codeCells.length &&
    expected.every((code, index) => code === codeCells[index])
  );
}

/**
 * Whether a notebook carries the name of a lesson but other code: then the reader is told.
 * @param {Record<string, string[]>} lessonCode
 * @param {string} path
 * @param {string[]} codeCells
 * @param {boolean} marked whether the notebook says of itself that it belongs to the course
 */
function isChangedLesson(lessonCode, path, codeCells, marked) {
  return marked && Object.hasOwn(lessonCode, fileName(path)) && !isCourseLesson(lessonCode, path, codeCells);
}

/** @typedef {{code: string, trusted: boolean, shows: boolean}} CodeCell `shows` whether it has stored outputs */

/** The one call that a cell of a lesson makes. */
const CALL = /^course\.(\w+)\(/m;

/**
 * The places of the cells that a lesson has to run. What gives a document is stored as it would come, and stays: nothing
 * vanishes and comes again under a reader. That holds only for what the course itself stored and JupyterLab shows whole.
 * @param {CodeCell[]} cells
 * @param {string[]} stillCalls the calls that give a document
 * @param {boolean} isStored whether the lesson is as the course stored it, and speaks the words of no place
 */
function cellsToRun(cells, stillCalls, isStored) {
  const stays = ({ code, trusted, shows }) => isStored && trusted && shows && stillCalls.includes(CALL.exec(code)?.[1] ?? "");
  return cells.flatMap((cell, at) => (stays(cell) ? [] : [at]));
}

/**
 * What to do when a kernel reports a status.
 * @param {{lost: boolean, playing: boolean}} lesson whether the kernel had gone, and whether something is playing
 * @param {string} status a kernel status of JupyterLab
 * @returns {{lost: boolean, action: "none" | "run" | "offer" | "tell"}}
 */
function onKernelStatus(lesson, status) {
  if (status === "restarting" || status === "autorestarting") return { lost: true, action: "none" };
  if (status === "dead" || status === "terminating") return { lost: true, action: "tell" };
  if (status === "idle" && lesson.lost) return { lost: false, action: lesson.playing ? "offer" : "run" };
  return { lost: lesson.lost, action: "none" };
}

/** Chords that move about JupyterLab's frame: side areas, tabs, the list of commands. All others belong to the browser. */
const FRAME_CHORDS = ["b", "j", "p", ","];
const FRAME_SHIFT_CHORDS = [..."bcdefhklt", ",", "<", ".", ">", "[", "{", "]", "}", "'", '"'];
const FRAME_ALT_CHORDS = [..."0123456789w"];

/**
 * Whether a key press on a lesson page must not reach JupyterLab's shortcuts: they would move, run or delete cells, or
 * take the meaning that a key has in every browser. Escape, Tab and what moves about the frame keep theirs.
 * @param {KeyPress} press
 */
function isKeptFromJupyter(press) {
  const key = letterOrKey(press);
  if (press.ctrlKey || press.metaKey) return press.altKey || !(press.shiftKey ? FRAME_SHIFT_CHORDS : FRAME_CHORDS).includes(key);
  if (press.altKey) return !FRAME_ALT_CHORDS.includes(key);
  return key !== "Escape" && key !== "Tab";
}

/** @param {KeyPress} press */
function isSave(press) {
  return Boolean(press.ctrlKey || press.metaKey) && letterOrKey(press) === "s";
}

/**
 * Whether a key press asks for the search of the page.
 * @param {KeyPress} press
 */
function isFind(press) {
  return Boolean(press.ctrlKey || press.metaKey) && !press.altKey && !press.shiftKey && letterOrKey(press) === "f";
}

/** Families of JupyterLab's commands that act on the open notebook. */
const FAMILIES = ["docmanager", "documentsearch", "editmenu", "kernelmenu", "notebook", "runmenu", "toc"];

/** The few of them that leave a lesson as it is: they open, close and print, or end and restart its kernel. */
const HARMLESS = [
  "docmanager:download", "docmanager:new-untitled", "docmanager:open", "docmanager:open-browser-tab",
  "docmanager:show-in-file-browser", "kernelmenu:interrupt", "kernelmenu:open", "kernelmenu:reconnect-to-kernel",
  "kernelmenu:restart", "kernelmenu:shutdown", "notebook:close-and-shutdown", "notebook:copy-selected-text",
  "notebook:create-new", "notebook:deselect-all", "notebook:enter-command-mode", "notebook:get-kernel",
  "notebook:interrupt-kernel", "notebook:reconnect-to-kernel", "notebook:restart-kernel", "notebook:shutdown-kernel",
  "editmenu:open", "kernelmenu:shutdownAll", "runmenu:open", "toc:show-panel", "toc:toggle-collapse",
];

/** @param {string} command */
function familyOf(command) {
  return command.split(":", 1)[0];
}

/**
 * Whether a command of JupyterLab acts on the notebook in front.
 * @param {string} command
 */
function actsOnNotebook(command) {
  return FAMILIES.includes(familyOf(command));
}

/**
 * Whether a command may run while a lesson is in front. What we do not know of its family is refused.
 * @param {string} command
 */
function mayRunOnLesson(command) {
  return !actsOnNotebook(command) || HARMLESS.includes(command);
}

/**
 * Whether a command of JupyterLab opens a search.
 * @param {string} command
 */
function opensFind(command) {
  return command === "documentsearch:start" || command === "editmenu:find";
}

const TEXT_SIZES = [16, 18, 20, 23];
const FIRST_SIZE = 1;

/**
 * The text size (in pixels) after a press on smaller (-1) or larger (+1).
 * @param {number} size
 * @param {number} change
 */
function nextTextSize(size, change) {
  const at = TEXT_SIZES.includes(size) ? TEXT_SIZES.indexOf(size) : FIRST_SIZE;
  return TEXT_SIZES[Math.min(TEXT_SIZES.length - 1, Math.max(0, at + change))];
}

const NO_WORDS = ["id", "name", "temperatures"];

/**
 * A text in the words of a place, as Python's `knowledge.wording.filled` writes it: a word that begins a sentence has a
 * capital letter, and a temperature has its °F where people use it.
 * @param {string} text
 * @param {Record<string, string>} place
 */
function inWordsOf(text, place) {
  const told = text.replace(/\{([^{}]*)\}/g, (whole, word, at) => {
    if (NO_WORDS.includes(word) || !Object.hasOwn(place, word)) return whole;
    const begins = /(?:^|[.?!]”? )$/.test(text.slice(0, at));
    return begins ? place[word].charAt(0).toUpperCase() + place[word].slice(1) : place[word];
  });
  if (place.temperatures !== "°C and °F") return told;
  return told.replace(/(\d{2}(?:\.\d)?) °C/g, (whole, celsius) => `${whole} (${((Number(celsius) * 9) / 5 + 32).toFixed(1)} °F)`);
}

/** A telephone number inside the words of a place: three digits or more, with the spaces and hyphens between them. */
const NUMBER = /\d(?:[\d -]*\d){2,}/g;

/**
 * A text cut at the telephone numbers of a place, so that each can be tapped. Other figures stay text.
 * @param {string} text in the words of the place
 * @param {Record<string, string>} place
 * @returns {{text: string, number: string}[]} pieces in their order; `number` holds the digits, or nothing
 */
function withNumbers(text, place) {
  const told = Object.entries(place).filter(([word]) => !NO_WORDS.includes(word));
  const known = new Set(told.flatMap(([, said]) => said.match(NUMBER) ?? []));
  if (!known.size) return [{ text, number: "" }];
  const longestFirst = [...known].sort((one, two) => two.length - one.length);
  const pieces = text.split(new RegExp(`(?<![\\d.])(${longestFirst.join("|")})(?![\\d-]|\\.\\d)`));
  const cut = pieces.map((piece) => ({ text: piece, number: known.has(piece) ? piece.replace(/\D/g, "") : "" }));
  return cut.filter((piece) => piece.text);
}

/**
 * The lesson and the heading that a link leads to. Whatever JupyterLab made of its address, the name of the lesson stands
 * in it, and the heading at its end.
 * @param {Record<string, unknown>} lessons by their file names
 * @param {string} address
 * @returns {{lesson: string, heading: string} | null}
 */
function lessonPlace(lessons, address) {
  const [, lesson, rest] = /([^/\\:?#]+\.ipynb)((?:[?#].*)?)$/.exec(unquoted(address)) ?? [];
  if (!lesson || !Object.hasOwn(lessons, lesson)) return null;
  const at = rest.lastIndexOf("#");
  return { lesson, heading: at < 0 ? "" : rest.slice(at + 1) };
}

/** @param {string} address */
function unquoted(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * Whether somebody can practise in a lesson.
 * @param {Record<string, string[]>} lessonCode
 * @param {string} path
 */
function holdsRoutine(lessonCode, path) {
  return (lessonCode[fileName(path)] ?? []).some((code) => code.includes("play_routine("));
}

export {
  actsOnNotebook,
  cellsToRun,
  fileName,
  holdsRoutine,
  inWordsOf,
  isChangedLesson,
  isCourseLesson,
  isFind,
  isKeptFromJupyter,
  isSave,
  lessonPlace,
  mayRunOnLesson,
  nextTextSize,
  onKernelStatus,
  opensFind,
  withNumbers,
};
