// The still pages around a routine: the choice, the way into watching, the outcome of the check, the end, the stop.
import { listen } from "../panel/faults.js";
import { button, element, labelled, lessonLink, ownName } from "../panel/parts.js";
import { fillIn } from "../panel/fill_in.js";
import { aimChoice, aimQuestion } from "./aim.js";
import { ReadinessForm, careCard } from "../readiness/readiness_form.js";

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
  const missing = element("div", "course-player-missing");
  const notes = element("div");
  const practise = button(words.practise, () => (player.closed ? sayWhy(player, [missing, notes]) : player.beginReadiness()), "course-button-main");
  const toPractice = way(practise, words.practise_note);
  toPractice.append(missing);
  ways.append(way(watch, words.watch_note), toPractice);

  function refresh() {
    const { missing: open, notices, overdue } = player.standing;
    const shut = player.way.shut.sentence && player.closed === player.way.shut.sentence ? player.closed : "";
    const lines = [...notices, overdue, shut].filter(Boolean);
    notes.replaceChildren(...lines.map((text) => element("p", "course-notice", text)));
    missing.replaceChildren(...open.flatMap(whatOpens));
    practise.setAttribute("aria-disabled", String(Boolean(player.closed)));
  }
  refresh();
  return { nodes: [heading, ways, notes, stopRule(player)], heading, refresh };
}

/**
 * Practise was pressed while it leads nowhere. The reason stands on the page already, so it comes into sight and is
 * read out, and is not written a second time. Meanwhile the page asks whether it still holds.
 * @param {Player} player
 * @param {HTMLElement[]} reasons where a reason may stand
 */
function sayWhy(player, reasons) {
  player.tell("status", player.closed, true);
  reasons.find((place) => place.childElementCount)?.scrollIntoView({ block: "nearest" });
  player.lookAgain();
}

function way(press, note) {
  const box = element("div", "course-way");
  const told = element("p", "", note);
  told.id = ownName();
  press.setAttribute("aria-describedby", told.id);
  box.append(press, told);
  return box;
}

/** A shut door: what opens it and how long that takes, and the way there in one press. */
function whatOpens({ text, place }) {
  return [element("p", "", text), actions(door(place))];
}

function door(place) {
  const link = lessonLink(place);
  link.className = "course-button";
  return link;
}

function readinessPage(player) {
  const form = new ReadinessForm(player.routine.readiness, player.words, {
    submit: (answers, said) => player.submit(answers, said),
    say: (text) => player.tell("status", text),
  });
  const back = button(player.words.back_to_choice, () => player.restart());
  return { nodes: [form.node, actions(back)], heading: form.heading };
}

/** What the answers mean, as Python says it: cards that ask for help, the state, its sentence, one filled button. */
function outcomePage(player) {
  const { words, routine } = player;
  const { verdict } = player.way;
  const heading = pageHeading(verdict.title);
  const [first, ...others] = verdict.cards.map((id) => careCard(routine.readiness.cards[id], words));
  const nodes = first ? [first, heading] : [heading];
  nodes.push(element("p", "course-readiness-sentence", verdict.sentence));
  if (verdict.own_body) nodes.push(element("p", "course-small", verdict.own_body));
  if (verdict.state === "shut" && player.closed !== player.way.shut.sentence) nodes.push(actions(...player.standing.missing.map(({ place }) => door(place))));
  if (others.length) nodes.push(element("p", "course-readiness-now", words.other_cards), ...others);
  const aim = player.way.plan ? aimChoice(player) : null;
  if (aim) nodes.push(...changes(player), ...switches(player), aim.node);
  const acts = {
    start: () => player.prepare() || player.tell("status", words.no_steps),
    answer: () => player.beginReadiness(),
    back: () => player.restart(),
  };
  const plain = { answer: words.answer_again, back: words.back_to_choice };
  const rest = Object.entries(plain).filter(([act]) => act !== verdict.act);
  nodes.push(actions(button(verdict.button, acts[verdict.act], "course-button-main"), ...rest.map(([act, text]) => button(text, acts[act]))));
  return { nodes, heading, refresh: aim?.refresh };
}

function changes(player) {
  const { words } = player;
  const { plan } = player.way;
  const lines = [...new Set([...player.way.changesSaid, ...plan.changes])];
  if (plan.pressure_max !== null) lines.push(fillIn(words.pressure_at_most, { level: plan.pressure_max }));
  if (plan.left_out.length) lines.push(fillIn(words.left_out, { steps: plan.left_out.join("; ") }));
  if (!lines.length) return [];
  const list = element("ul");
  for (const line of lines) list.append(element("li", "", line));
  return [element("p", "course-readiness-now", words.changes_title), list];
}

/** One switch for each step on offer; steps that only the bold choose are off. */
function switches(player) {
  const { words, routine } = player;
  const { plan } = player.way;
  const fold = element("details", "course-switches");
  const box = element("fieldset");
  box.setAttribute("aria-label", words.steps_title);
  fold.append(element("summary", "", words.steps_title), element("p", "course-small", words.steps_note), box);
  const seen = new Set();
  for (const segment of routine.segments) {
    if (seen.has(segment.step) || !plan.steps.includes(segment.step)) continue;
    seen.add(segment.step);
    const label = element("label", "course-option-label");
    const input = /** @type {HTMLInputElement} */ (document.createElement("input"));
    input.type = "checkbox";
    input.checked = !player.off.has(segment.step);
    listen(input, "change", () => player.switchStep(segment.step, input.checked));
    const text = element("span", "", segment.title);
    if (segment.marks.length) text.append(element("span", "course-small", ` (${segment.marks.join("; ")})`));
    label.append(input, text);
    box.append(label);
  }
  return [fold];
}

/** After "Stop: it hurts". Doing nothing here is safe. */
function painPage(player) {
  const { words, routine } = player;
  const { card, choices, upset } = routine.pain;
  const node = careCard(card, words);
  const heading = /** @type {HTMLElement} */ (node.querySelector("strong"));
  heading.tabIndex = -1;
  const chosen = element("div", "course-pain-chosen");
  const buttons = choices.map((choice, index) => button(choice.text, () => player.afterStop.choose(index), "course-pain-choice"));
  const box = element("div", "course-pain-choices");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.pain_choose);
  box.append(...buttons);
  const more = element("details", "course-look-up");
  more.append(element("summary", "", upset.title), careCard(upset, words));
  let shown = "";
  function refresh() {
    const { pain } = player.way;
    const key = `${pain.choice} ${pain.sign}`;
    if (key === shown) return;
    shown = key;
    const here = [box, chosen].some((part) => part.contains(document.activeElement));
    for (const [index, press] of buttons.entries()) press.setAttribute("aria-pressed", String(index === pain.choice));
    const { nodes, lead } = painAnswer(player, choices[pain.choice]);
    chosen.replaceChildren(...nodes);
    if (!here || !lead) return;
    lead.focus();
    lead.scrollIntoView({ block: "start" });
  }
  refresh();
  // Whoever finds no fitting choice is not kept here.
  const back = actions(button(words.back_to_choice, () => player.restart()));
  return { nodes: [node, ...takeBack(player), box, chosen, back, more], heading, refresh };
}

/** Whoever was only watching may have pressed by mistake. */
function takeBack(player) {
  if (player.way.mode !== "watch") return [];
  const { words } = player;
  return [element("p", "", words.mistake_note), actions(button(words.mistake, () => player.afterStop.takeBack()))];
}

/**
 * What follows a choice, and where the keys go with it.
 * @returns {{nodes: Node[], lead: HTMLElement | null}}
 */
function painAnswer(player, choice) {
  if (!choice) return { nodes: [], lead: null };
  const { nodes, lead } = choice.signs ? signAnswer(player, choice) : plainAnswer(player, choice);
  return { nodes: [...nodes, ...afterAnswer(player, choice)], lead };
}

function plainAnswer(player, choice) {
  const { words, routine } = player;
  const lead = element("p", "course-readiness-now", choice.then);
  lead.tabIndex = -1;
  const cards = choice.card ? [careCard(routine.readiness.cards[choice.card], words)] : [];
  return { nodes: [lead, ...cards], lead };
}

/** The list of signs, the most urgent first; once one is tapped, the one card that fits it stands in its place. */
function signAnswer(player, { then }) {
  const { words, routine } = player;
  const { pain } = player.way;
  const { signs } = routine.pain;
  const sign = signs[pain.sign];
  const lead = element("p", "course-readiness-now", sign ? sign.text : words.choose_sign);
  lead.tabIndex = -1;
  if (sign) {
    const again = actions(button(words.another_sign, () => player.afterStop.chooseSign(null)));
    return { nodes: [lead, careCard(routine.readiness.cards[sign.card], words), again], lead };
  }
  const press = (one) => button(one.text, () => player.afterStop.chooseSign(signs.indexOf(one)), "course-pain-choice course-pain-sign");
  const list = (some) => {
    const box = element("div", "course-pain-choices");
    box.append(...some.map(press));
    return box;
  };
  const more = element("details", "course-look-up");
  more.append(element("summary", "", words.more_signs), list(signs.filter(({ first }) => !first)));
  return { nodes: [lead, list(signs.filter(({ first }) => first)), more, element("p", "", then)], lead };
}

function afterAnswer(player, choice) {
  const { words } = player;
  const { pain } = player.way;
  if (player.way.mode === "watch") return [element("p", "", words.watched_pain_then)];
  if (pain.over) return [element("p", "", choice.ends_day ? `${words.enough} ${words.still_hurts_then}` : words.enough)];
  if (player.afterStop.later === null) return [element("p", "", words.no_later_step)];
  return [element("p", "", words.eased_note), actions(button(words.eased_go_on, () => player.afterStop.goOnLater()))];
}

const PACES = ["fast", "right", "slow"];

/** The end of a routine. The answer about the pace is only talked about, never kept; that about the aim is. */
function endPage(player) {
  const { words } = player;
  const heading = pageHeading(words.said_done);
  if (player.way.mode === "watch") {
    const told = element("p", "", player.whole ? words.done_watch : words.done_watch_early);
    const next = actions();
    // A quiz that is still missing has its door here, so that what comes next is one press away too.
    const refresh = () => next.replaceChildren(...(player.closed ? player.standing.missing.map(({ place }) => door(place)) : [button(words.practise, () => player.beginReadiness())]));
    refresh();
    return { nodes: [heading, told, next], heading, refresh };
  }
  const seconds = Math.round(player.practised / 1000);
  const minutes = fillIn(words.minutes, { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  const told = element("p", "", fillIn(player.whole ? words.done_whole : words.done_early, { minutes }));
  const then = element("p");
  then.setAttribute("role", "status");
  const paces = PACES.map((name) => button(words[`pace_${name}`], () => then.replaceChildren(words[`pace_${name}_then`])));
  const report = actions(door(player.routine.report));
  const aim = aimQuestion(player);
  const nodes = [heading, told, labelled(words.pace, ""), actions(...paces), then, aim.node, element("p", "", words.new_report), report];
  const offer = element("p", "course-small", words.help_offer);
  // How often the routine was done whole is known a moment later, when Python has written it down.
  const refresh = () => {
    offer.hidden = player.standing.whole === 0;
    aim.refresh();
  };
  refresh();
  nodes.push(offer);
  return { nodes, heading, refresh };
}

export { choicePage, endPage, outcomePage, painPage, readinessPage };
