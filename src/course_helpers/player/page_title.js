// The name of the page while nobody sees it: the tab says that the routine waits.

class PageTitle {
  constructor() {
    this.said = "";
    this.before = "";
    // JupyterLab names the page anew on occasions of its own. That name is what comes back in the end.
    this.observer = new MutationObserver(() => this.keep());
  }

  /**
   * Put a word in front of the page's name, until `restore`.
   * @param {string} text
   */
  say(text) {
    this.said = text;
    this.keep();
    this.observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  }

  keep() {
    if (document.title.startsWith(this.said)) return;
    this.before = document.title;
    document.title = `${this.said} · ${this.before}`;
  }

  restore() {
    this.observer.disconnect();
    if (this.said) document.title = this.before;
    this.said = "";
  }
}

export { PageTitle };
