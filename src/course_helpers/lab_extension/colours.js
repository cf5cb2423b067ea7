// Light or dark. The page follows the computer until somebody chooses; the choice is kept with JupyterLab's settings.

import { WORDS } from "./data.js";

const NAMES = { light: "JupyterLab Light", dark: "JupyterLab Dark" };

/** Whether the page is dark now. */
function isDark() {
  return document.body.dataset.jpThemeLight === "false";
}

class Colours {
  /** @param {any} themes JupyterLab's manager of themes; nothing where the colours are not the course's to change */
  constructor(themes) {
    this.themes = themes;
  }

  /** The other one, whatever is there now; from then on it no longer follows the computer. */
  async change() {
    const wanted = isDark() ? NAMES.light : NAMES.dark;
    if (this.themes.isToggledAdaptiveTheme()) await this.themes.toggleAdaptiveTheme();
    await this.themes.setTheme(wanted);
  }

  /** What a press would do; nothing where it is not for the course to do. */
  label() {
    if (!this.themes) return "";
    return isDark() ? WORDS.light_page : WORDS.dark_page;
  }
}

export { Colours };
