// What the scripts find around them. Read by the type checker and by editors, never by a browser.

/** What `lab_extension/assemble.py` puts in the place of this name. */
declare const COURSE_DATA: any;

/** reveal.js, which the page of a slide deck loads beforehand. */
declare const Reveal: new (options: object) => any;
declare const RevealNotes: unknown;

interface Window {
  /** Where JupyterLab looks for the containers of its extensions. */
  _JUPYTERLAB: Record<string, unknown> | undefined;
}
