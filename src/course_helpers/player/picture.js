// My picture: how the body on the stage looks. It can say something about a body, so it is kept by this page's memory
// for this visit, and nowhere else: no setting, no message and no file has it.

/** @typedef {{clothed: boolean, tone: number, left: string, right: string}} Picture */

const SHAPES = ["small", "medium", "large", "flat", "scars"];
const MINE = Symbol.for("course-helpers.my-picture");

/** @returns {Picture} */
function usualPicture() {
  return { clothed: true, tone: 1, left: "medium", right: "medium" };
}

/**
 * The one picture of this page, that all players of the page share.
 * @param {any} page what the page's scripts share
 * @returns {Picture}
 */
function myPicture(page) {
  return (page[MINE] ??= usualPicture());
}

export { SHAPES, myPicture, usualPicture };
