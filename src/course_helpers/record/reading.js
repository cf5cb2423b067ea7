// In which section somebody reads. Pure: places in, a section out.

/**
 * The section whose heading was passed last.
 * @param {{text: string, top: number}[]} headings in the order of the page; how far each is below the top of the window, in pixels
 * @param {number} line how far below the top of the window somebody reads, in pixels
 * @param {string[]} sections the numbers that the lesson has
 * @returns {string} empty above the first section
 */
function sectionAt(headings, line, sections) {
  let found = "";
  for (const { text, top } of headings) {
    const number = text.trim().split(" ")[0];
    if (top <= line && sections.includes(number)) found = number;
  }
  return found;
}

export { sectionAt };
