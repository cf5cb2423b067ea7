// What stands around the board: choices, buttons for those who use no keys, and what can be asked.
import { listen } from "../../panel/faults.js";
import { button, dropDown, element, optionLabel, ownName } from "../../panel/parts.js";

/** @typedef {Record<string, string>} Words */

const SKINS = ["neutral", "light", "brown", "deep_brown"];

/**
 * Radio buttons that are one choice.
 * @param {string} legend
 * @param {[string, string][]} entries value and words
 * @param {string} first the value that is chosen at the start
 * @param {(value: string) => void} chosen
 */
function radios(legend, entries, first, chosen) {
  const box = element("fieldset", "course-search-choice");
  box.append(element("legend", "", legend));
  const name = ownName();
  /** @type {Map<string, HTMLInputElement>} */
  const inputs = new Map();
  for (const [value, text] of entries) {
    const { label, input } = optionLabel("radio", name, text, () => chosen(value));
    label.dataset.value = value;
    input.checked = value === first;
    inputs.set(value, input);
    box.append(label);
  }
  const set = (/** @type {string} */ value) => void (/** @type {HTMLInputElement} */ (inputs.get(value)).checked = true);
  return { box, set };
}

/**
 * A drop-down in which something is always chosen.
 * @param {string} label
 * @param {{id: string, text: string}[]} entries
 * @param {(number: number) => void} chosen with the place of the entry
 */
function always(label, entries, chosen) {
  const { box, select } = dropDown(label, "", entries);
  select.options[0].remove();
  select.selectedIndex = 0;
  listen(select, "change", () => chosen(select.selectedIndex));
  return box;
}

/**
 * Chest, skin, side and how much help.
 * @param {{name: string, id: string}[]} chests
 * @param {string} way that is chosen at the start
 * @param {Words} words
 * @param {{chest: (number: number) => void, skin: (number: number) => void, side: (number: number) => void, way: (way: string) => void}} act
 */
function settings(chests, way, words, act) {
  const box = element("div", "course-search-settings");
  const ways = radios(words.way, [["show", words.way_show], ["hint", words.way_hint], ["unaided", words.way_unaided]], way, act.way);
  box.append(
    always(words.chest, chests.map(({ id, name }) => ({ id, text: name })), act.chest),
    always(words.skin, SKINS.map((id) => ({ id, text: words[`skin_${id}`] })), act.skin),
    always(words.side, ["left", "right"].map((id) => ({ id, text: words[`side_${id}`] })), act.side),
    ways.box,
  );
  return box;
}

/**
 * The same moves as with the keys.
 * @param {Words} words
 * @param {{step: (key: string) => void, circle: () => void, down: () => void, where: () => void}} act
 */
function buttonsToMove(words, act) {
  const fold = element("details", "course-search-buttons");
  const box = element("div", "course-actions");
  const keys = { up: "ArrowUp", down: "ArrowDown", left: "ArrowLeft", right: "ArrowRight" };
  for (const [name, key] of Object.entries(keys)) box.append(button(words[`go_${name}`], () => act.step(key)));
  const down = button(words.stay_down, act.down);
  down.setAttribute("aria-pressed", "false");
  box.append(button(words.circle, act.circle), down, button(words.where, act.where));
  fold.append(element("summary", "", words.by_buttons), box);
  return { fold, down };
}

export { buttonsToMove, radios, settings };
