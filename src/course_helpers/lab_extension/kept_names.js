// The names under which a browser keeps how somebody reads. A page that opens looks whether they are there.

/** Where this tab was in each lesson. */
const PLACES_KEY = "course-helpers:places";
/** Whether all of JupyterLab is shown. */
const DESK_KEY = "course-helpers:full-desk";
const SIZE_KEY = "course-helpers:text-size";

export { DESK_KEY, PLACES_KEY, SIZE_KEY };
