// One aim for a practice, for who likes one: a fold with a choice before it, one question after it.
import { button, element } from "../panel/parts.js";
import { fillIn } from "../panel/fill_in.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {{node: HTMLElement, refresh: () => void}} Part */

const WENT = ["often", "sometimes", "no"];

function aimButtons(buttons) {
  const box = element("div", "course-actions");
  box.append(...buttons);
  return box;
}

/**
 * The choice, behind one line. Its buttons stay where they are: the one that holds is pressed in.
 * @param {Player} player
 * @returns {Part}
 */
function aimChoice(player) {
  const { words } = player;
  const node = element("details", "course-switches course-aim");
  const line = element("summary");
  const named = [...player.standing.aim.options, { id: "", text: words.aim_none }];
  const presses = named.map(({ id, text }) => ({ id, press: button(text, () => player.chooseAim(id)) }));
  node.append(line, element("p", "course-small", words.aim_note), aimButtons(presses.map(({ press }) => press)));
  function refresh() {
    const { chosen, name } = player.standing.aim;
    line.textContent = name ? fillIn(words.aim_yours, { aim: name }) : words.aim_offer;
    for (const { id, press } of presses) press.setAttribute("aria-pressed", String(id === chosen));
  }
  refresh();
  return { node, refresh };
}

/**
 * Whether the aim of this practice was thought of; once that was told, the next one is suggested. Nothing without an aim.
 * @param {Player} player
 * @returns {Part}
 */
function aimQuestion(player) {
  const { words } = player;
  const node = element("div", "course-aim");
  const question = element("p");
  const answers = aimButtons(WENT.map((went) => button(words[`aim_${went}`], () => player.tellAim(went))));
  const then = element("p");
  then.setAttribute("role", "status");
  node.append(question, answers, then);
  let asked = false;
  function refresh() {
    const { aim } = player.standing;
    asked ||= aim.question !== "";
    node.hidden = !asked;
    if (aim.question) question.textContent = aim.question;
    const said = aim.question ? player.aimSaid : aim.next;
    if (then.textContent !== said) then.textContent = said;
  }
  refresh();
  return { node, refresh };
}

export { aimChoice, aimQuestion };
