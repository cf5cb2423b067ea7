// A page that opens at a lesson has that lesson's first words in it, hidden. They come into sight before JupyterLab is
// there, and stand where the lesson will show them. Where somebody reads in a way of their own, that place is not known.

import { DESK_KEY, PLACES_KEY, SIZE_KEY } from "./kept_names.js";

const OPENING = "course-opening";
const WITH_WORDS = "course-with-words";
/** In less room the row of tools above a lesson may take more than one line. */
const ROOM_PX = 960;

/** Whether the lesson will stand at its beginning, in the size and the frame in which the course is first seen. */
function opensAsFirstSeen() {
  if (location.hash) return false;
  try {
    const isRead = sessionStorage.getItem(PLACES_KEY) !== null;
    return !isRead && localStorage.getItem(SIZE_KEY) === null && localStorage.getItem(DESK_KEY) !== "true";
  } catch {
    // A browser that keeps nothing sees the course for the first time, each time.
    return true;
  }
}

/** @param {HTMLElement} opening what covers the page */
function showWords(opening) {
  opening.classList.add(WITH_WORDS);
  const room = opening.querySelector("article")?.clientWidth ?? 0;
  if (room < ROOM_PX) opening.classList.remove(WITH_WORDS);
}

const opening = document.getElementById(OPENING);
if (opening && opensAsFirstSeen()) showWords(opening);
