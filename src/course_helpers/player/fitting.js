// Words that have a fixed place get the largest letters with which they stand in it whole.

/** Sizes of the letters, of their full size. */
const SIZES = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];

/**
 * The largest size that fits; the smallest if none does. Pure: `fits` is asked of one size after the other.
 * @param {(size: number) => boolean} fits
 * @returns {number}
 */
function largest(fits) {
  return SIZES.find(fits) ?? SIZES[SIZES.length - 1];
}

/** @param {Element | null} place a box whose size does not depend on its words */
function fit(place) {
  if (!(place instanceof HTMLElement) || !place.clientHeight) return;
  largest((size) => {
    place.style.setProperty("--course-fit", String(size));
    return place.scrollHeight <= place.clientHeight + 1 && place.scrollWidth <= place.clientWidth + 1;
  });
}

export { SIZES, fit, largest };
