// What Python says about a search, shown: shares, what was left out, maps and the same in a table.
import { dataTable, element, sourceList } from "../../panel/parts.js";
import { mapNode } from "./board.js";
import { wearTone } from "./drawing.js";

/** @typedef {{title: string, label: string, missing: string}} GapMap */
/** @typedef {{summary: string, shares: string[], gaps: string[], how: string[], maps: GapMap[], table: string[][]}} Covered */
/** @typedef {{told: string[], sources: import("../../panel/parts.js").Source[]}} Trials */

/**
 * @param {string[]} items
 * @param {string} [tag]
 */
function listOf(items, tag = "ul") {
  const list = element(tag);
  list.append(...items.map((text) => element("li", "", text)));
  return list;
}

/**
 * @param {Covered} covered
 * @param {import("./board.js").Chest} chest
 * @param {boolean} mirrored
 * @param {Record<string, string>} tone
 * @param {Trials} trials
 * @param {Record<string, string>} words
 */
function coveredNodes(covered, chest, mirrored, tone, trials, words) {
  const maps = element("div", "course-search-maps");
  wearTone(maps, tone);
  maps.append(...covered.maps.map((map) => mapNode(chest, mirrored, map)));
  const names = [words.name_1, words.name_2, words.name_3];
  const inWords = element("details");
  inWords.append(element("summary", "", words.table), dataTable("course-search-table", words.table, [words.part, ...names], covered.table));
  return [
    title(words.result),
    listOf(covered.shares),
    element("p", "course-search-limit", words.limit),
    title(words.gaps_title),
    listOf(covered.gaps),
    maps,
    inWords,
    title(words.how_title),
    listOf(covered.how),
    title(words.trials_title),
    ...trials.told.map((text) => element("p", "", text)),
    element("p", "", words.trials_limit),
    element("p", "course-small", words.course_choice),
    sourceList(trials.sources, words.sources),
  ];
}

/**
 * @param {string[]} told
 * @param {Record<string, string>} words
 */
function spotNodes(told, words) {
  return [title(words.revealed), listOf(told, "ol"), element("p", "course-search-limit", words.tissue)];
}

/** @param {string} text */
function title(text) {
  return element("p", "course-search-title", text);
}

export { coveredNodes, spotNodes };
