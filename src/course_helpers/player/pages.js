// The still pages around a routine: the choice, the way into watching, the outcome of the check, the end, the stop.
import { listen } from "../panel/faults.js";
import { button, element, labelled, lessonLink, ownName } from "../panel/parts.js";
import { fillIn } from "../panel/fill_in.js";
import { ReadinessCheck, careCard } from "../readiness/check.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {{nodes: Node[], heading: HTMLElement, refresh?: () => void}} Page */

function pageHeading(text) {
  const heading = element("p", "course-panel-title", text);
  heading.tabIndex = -1;
  return heading;
}

/** The stop rule stands on every page that leads to touch. */
function stopRule(player) {
  const { words, routine } = player;
  const card = element("section", "course-card course-card-stop course-player-rule");
  const head = element("p", "course-card-head");
  const icon = element("span", "course-icon course-icon-stop");
  icon.setAttribute("aria-hidden", "true");
  head.append(icon, element("strong", "", words.stop_rule_title));
  card.append(head, element("p", "", routine.stop_rule));
  return card;
}

function actions(...buttons) {
  const box = element("div", "course-actions");
  box.append(...buttons);
  return box;
}

/**
 * Watch or practise.
 * @param {Player} player
 * @returns {Page}
 */
function choicePage(player) {
  const { words } = player;
  const heading = pageHeading(words.choose);
  const ways = element("div", "course-ways");
  const watch = button(words.watch, () => player.beginWatch(), "course-button-main");
  const practise = button(words.practise, () => (closed() ? player.tell("status", closed()) : player.beginCheck()), "course-button-main");
  ways.append(way(watch, words.watch_note), way(practise, words.practise_note));
  const missing = element("div", "course-player-missing");
  const again = button(words.look_again, () => player.lookAgain());

  function closed() {
    return player.ended ? words.ended_today : player.standing.missing.map(({ text }) => text).join(" ");
  }
  function refresh() {
    const { missing: open, notices, overdue } = player.standing;
    const lines = [...notices, overdue, player.ended ? words.ended_today : ""].filter(Boolean);
    missing.replaceChildren(...lines.map((text) => element("p", "course-notice", text)));
    if (open.length) missing.append(element("strong", "", words.missing_title), missingList(open));
    again.hidden = !open.length;
    practise.setAttribute("aria-disabled", String(Boolean(closed())));
  }
  refresh();
  return { nodes: [heading, ways, missing, again, stopRule(player)], heading, refresh };
}

function way(press, note) {
  const box = element("div", "course-way");
  const told = element("p", "", note);
  told.id = ownName();
  press.setAttribute("aria-describedby", told.id);
  box.append(press, told);
  return box;
}

function missingList(missing) {
  const list = element("ul");
  for (const { text, place } of missing) {
    const line = element("li");
    line.append(`${text} `, lessonLink(place));
    list.append(line);
  }
  return list;
}

/** The reasons to stop come before anything is shown. */
function watchPage(player) {
  const { words } = player;
  const heading = pageHeading(words.watch_first);
  const go = button(words.watch, () => player.prepare(), "course-button-main");
  const back = button(words.back_to_choice, () => player.restart());
  return { nodes: [heading, stopRule(player), element("p", "", `${words.hands_off} ${words.watch_note}`), actions(go, back)], heading };
}

function checkPage(player) {
  const check = new ReadinessCheck(player.routine.check, player.words, {
    submit: (answers, said) => player.submit(answers, said),
    say: (text) => player.tell("status", text),
  });
  const back = button(player.words.back_to_choice, () => player.restart());
  return { nodes: [check.node, actions(back), stopRule(player)], heading: check.heading };
}

/** What the answers mean: the most urgent card first, and what is different today before any Start. */
function outcomePage(player) {
  const { words, outcome, routine } = player;
  const { level, cards, open, closed, plan } = outcome;
  const go = plan !== null;
  const results = {
    "help-now": words.result_help_now,
    "not-today": words.result_not_today,
    open: words.result_open,
    go: words.result_go,
  };
  const heading = pageHeading(results[level] ?? words.result_go_with_changes);
  const [first, ...others] = cards.map((id) => careCard(routine.check.cards[id], words));
  const nodes = first ? [first, heading] : [heading];
  if (others.length) nodes.push(element("p", "course-check-now", words.other_cards), ...others);
  if (open.length) nodes.push(element("p", "course-notice", fillIn(words.some_open, { numbers: open.join(", ") })));
  if (closed) nodes.push(element("p", "course-notice", closed));
  if (go) nodes.push(...changes(player), ...switches(player), stopRule(player));
  else nodes.push(element("p", "", words.reading_open));
  const again = button(words.answer_again, () => player.beginCheck());
  const back = button(words.back_to_choice, () => player.restart());
  const start = button(words.practise, () => player.prepare() || player.tell("status", words.no_steps), "course-button-main");
  nodes.push(actions(...(go ? [start] : []), again, back));
  return { nodes, heading };
}

function changes(player) {
  const { plan, words } = player;
  const lines = [...new Set([...player.changesSaid, ...plan.changes])];
  if (plan.pressure_max !== null) lines.push(fillIn(words.pressure_at_most, { level: plan.pressure_max }));
  if (plan.left_out.length) lines.push(fillIn(words.left_out, { steps: plan.left_out.join("; ") }));
  if (!lines.length) return [];
  const list = element("ul");
  for (const line of lines) list.append(element("li", "", line));
  return [element("p", "course-check-now", words.changes_title), list];
}

/** One switch for each step on offer; steps that only the bold choose are off. */
function switches(player) {
  const { words, routine, plan } = player;
  const box = element("fieldset", "course-switches");
  box.append(element("legend", "", words.steps_title), element("p", "course-small", words.steps_note));
  const seen = new Set();
  for (const turn of routine.turns) {
    if (seen.has(turn.step) || !plan.steps.includes(turn.step)) continue;
    seen.add(turn.step);
    const label = element("label", "course-option-label");
    const input = /** @type {HTMLInputElement} */ (document.createElement("input"));
    input.type = "checkbox";
    input.checked = !player.off.has(turn.step);
    listen(input, "change", () => player.switchStep(turn.step, input.checked));
    const text = element("span", "", turn.title);
    if (turn.marks.length) text.append(element("span", "course-small", ` (${turn.marks.join("; ")})`));
    label.append(input, text);
    box.append(label);
  }
  return [box];
}

/** After "Stop: it hurts". Doing nothing here is safe. */
function painPage(player) {
  const { words, routine, pain } = player;
  const { card, choices, upset } = routine.pain;
  const node = careCard(card, words);
  const heading = /** @type {HTMLElement} */ (node.querySelector("strong"));
  heading.tabIndex = -1;
  const chosen = element("div", "course-pain-chosen");
  const buttons = choices.map((choice, index) => button(choice.text, () => player.choosePain(index), "course-pain-choice"));
  const box = element("div", "course-pain-choices");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.pain_choose);
  box.append(...buttons);
  const more = element("details", "course-look-up");
  more.append(element("summary", "", upset.title), careCard(upset, words));
  let shown = null;
  function refresh() {
    if (pain.choice === shown) return;
    shown = pain.choice;
    for (const [index, press] of buttons.entries()) press.setAttribute("aria-pressed", String(index === shown));
    chosen.replaceChildren(...painAnswer(player, choices[shown]));
  }
  refresh();
  return { nodes: [node, box, chosen, more], heading, refresh };
}

function painAnswer(player, choice) {
  const { words, routine, pain } = player;
  if (!choice) return [];
  const nodes = [...choice.cards.map((id) => careCard(routine.check.cards[id], words)), element("p", "course-check-now", choice.then)];
  if (pain.over) nodes.push(element("p", "", words.still_hurts_then));
  else if (player.mode === "practise" && player.afterPain !== null) {
    nodes.push(element("p", "", words.eased_note), actions(button(words.eased_go_on, () => player.goOnLater())));
  } else nodes.push(element("p", "", words.no_later_step));
  nodes.push(actions(button(words.back_to_choice, () => player.restart())));
  return nodes;
}

const PACES = ["fast", "right", "slow"];

/** The end of a routine. The answer about the pace is only talked about, never kept. */
function endPage(player) {
  const { words } = player;
  const heading = pageHeading(words.said_done);
  if (player.mode === "watch") {
    const told = element("p", "", player.whole ? words.done_watch : words.done_watch_early);
    return { nodes: [heading, told], heading, refresh() {} };
  }
  const seconds = Math.round(player.practised / 1000);
  const minutes = fillIn(words.minutes, { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  const told = element("p", "", fillIn(player.whole ? words.done_whole : words.done_early, { minutes }));
  const then = element("p");
  then.setAttribute("role", "status");
  const paces = PACES.map((name) => button(words[`pace_${name}`], () => then.replaceChildren(words[`pace_${name}_then`])));
  const nodes = [heading, told, labelled(words.pace, ""), actions(...paces), then, element("p", "", words.new_report)];
  const offer = element("p", "course-small", words.help_offer);
  // How often the routine was done whole is known a moment later, when Python has written it down.
  const refresh = () => void (offer.hidden = player.standing.whole === 0);
  refresh();
  nodes.push(offer);
  return { nodes, heading, refresh };
}

export { checkPage, choicePage, endPage, outcomePage, painPage, stopRule, watchPage };
