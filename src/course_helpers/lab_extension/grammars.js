// The colours of code. A lesson shows no code, so its editors ask for no grammar until somebody wants to see code.

class LateGrammars {
  /** @param {any} languages JupyterLab's list of the languages that its editors know; where it is missing, nothing waits */
  constructor(languages) {
    const wanted = new Promise((bring) => {
      /** From now on editors have their colours, those that are there already too. */
      this.bring = () => bring(undefined);
    });
    const languageOf = languages?.getLanguage.bind(languages);
    if (!languageOf) return;
    // An editor asks by the kind of its text. A text that has code in it asks for a grammar, and is not shown before.
    languages.getLanguage = async (asked) => {
      if (typeof asked === "string") await wanted;
      return languageOf(asked);
    };
  }
}

export { LateGrammars };
