// What one panel tells all others: on this page, and in other tabs of this browser. Nothing that was told stays stored.

/** @typedef {"forget" | "answered" | "marked" | "begins"} News the record was erased; a knowledge question was answered; a
 * lesson was marked as read; a routine began to lead somebody on */

/** @param {News} news */
function announce(news) {
  window.dispatchEvent(new Event(`course-${news}`));
  tellOtherTabs(news);
}

/** @param {News} news */
function tellOtherTabs(news) {
  const notice = noticeOf(news);
  try {
    window.localStorage.setItem(notice, String(Date.now()));
    window.localStorage.removeItem(notice);
  } catch {
    // A browser that stores nothing tells its other tabs nothing; they learn it from Python.
  }
}

/**
 * @param {News} news
 * @param {() => void} act
 * @returns {() => void} ends it
 */
function onNews(news, act) {
  window.addEventListener(`course-${news}`, act);
  const noMore = onOtherTabs(news, act);
  return () => {
    window.removeEventListener(`course-${news}`, act);
    noMore();
  };
}

/**
 * Hear what another tab tells, and not this one.
 * @param {News} news
 * @param {() => void} act
 * @returns {() => void} ends it
 */
function onOtherTabs(news, act) {
  const hear = (/** @type {StorageEvent} */ event) => event.key === noticeOf(news) && event.newValue && act();
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}

/**
 * Other tabs are told when this changes.
 * @param {News} news
 */
function noticeOf(news) {
  return `course-helpers:${news}`;
}

export { announce, onNews, onOtherTabs, tellOtherTabs };
