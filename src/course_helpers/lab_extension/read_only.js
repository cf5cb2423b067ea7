// A lesson is read, not written: whatever a reader presses in it, the lesson stays as it was.

import { isKeptFromJupyter, isSave, mayRunOnLesson, opensFind } from "./decisions.js";

/** What changes the cells of a notebook, wherever it is asked for: a menu, a key, a drag, the clipboard. */
const CHANGES = [
  "addCell", "deleteCell", "deleteCellRange", "insertCell", "insertCells", "moveCell", "moveCells", "redo", "undo",
];

/**
 * JupyterLab's commands, where they would change the lesson in front, do nothing and show as not available.
 * @param {any} commands JupyterLab's registry of commands
 * @param {(command: string) => boolean} isForLesson whether a command would act on a lesson
 * @param {() => void} find opens the search of the lesson in front
 */
function guardCommands(commands, isForLesson, find) {
  const execute = commands.execute.bind(commands);
  const isEnabled = commands.isEnabled.bind(commands);
  commands.execute = (command, args) => {
    if (!isForLesson(command)) return execute(command, args);
    if (opensFind(command)) find();
    else if (mayRunOnLesson(command)) return execute(command, args);
    return Promise.resolve();
  };
  commands.isEnabled = (command, args) => {
    if (!isForLesson(command)) return isEnabled(command, args);
    return opensFind(command) || (mayRunOnLesson(command) && isEnabled(command, args));
  };
}

/**
 * Keeps an open lesson as it is stored, also where JupyterLab changes a notebook without a command.
 * @param {any} panel the notebook's panel
 */
function keepAsItIs(panel) {
  const { content, context, node } = panel;
  for (const change of CHANGES) content.model.sharedModel[change] = () => {};
  for (const cell of content.widgets) {
    cell.readOnly = true;
    // Text that is read only may still turn into what it was written as; a lesson stays text.
    if (cell.model.type === "markdown") cell.showEditorForReadOnly = false;
  }
  // The browser's own menu has what a reader needs: copy, translate, read aloud. JupyterLab's cuts and deletes.
  node.addEventListener("contextmenu", (event) => event.stopPropagation());
  content.node.addEventListener("keydown", keepFromJupyter);
  content.node.addEventListener("dblclick", keepText, true);
  keepClean(context);
}

/** Nothing needs saving, and no key or menu can write the file or give it another name. */
function keepClean(context) {
  const { model } = context;
  context.save = async () => {};
  context.rename = async () => {};
  const clean = () => {
    if (model.dirty) model.dirty = false;
  };
  model.stateChanged.connect(clean);
  clean();
}

function keepFromJupyter(event) {
  if (!isKeptFromJupyter(event)) return;
  event.stopPropagation();
  if (isSave(event)) event.preventDefault();
}

function keepText(event) {
  if (event.target.closest(".jp-MarkdownCell")) event.stopPropagation();
}

export { guardCommands, keepAsItIs, keepFromJupyter };
