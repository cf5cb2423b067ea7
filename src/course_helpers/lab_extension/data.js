// What the extension knows: words, styles, lessons and the help window. `assemble.py` puts them in here.

const DATA = COURSE_DATA;
const WORDS = DATA.words;

export { DATA, WORDS };
