// "Forget everything" reaches every panel: on this page, and in other tabs of this browser.

const FORGET = "course-forget";
/** Other tabs are told when this changes; nothing stays in it. */
const NOTICE = "course-helpers:forget";

/** Tell every panel that the record was erased. */
function announceForgetting() {
  window.dispatchEvent(new Event(FORGET));
  try {
    window.localStorage.setItem(NOTICE, String(Date.now()));
    window.localStorage.removeItem(NOTICE);
  } catch {
    // A browser that stores nothing tells its other tabs nothing; they learn it from Python.
  }
}

/**
 * @param {() => void} act
 * @returns {() => void} ends it
 */
function onForgetting(act) {
  const hear = (/** @type {StorageEvent} */ event) => event.key === NOTICE && event.newValue && act();
  window.addEventListener(FORGET, act);
  window.addEventListener("storage", hear);
  return () => {
    window.removeEventListener(FORGET, act);
    window.removeEventListener("storage", hear);
  };
}

export { announceForgetting, onForgetting };
