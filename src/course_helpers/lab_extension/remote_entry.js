// The module-federation container that JupyterLab loads, written by hand: no build step is needed for one file.
import { makePlugin } from "./extension.js";

(() => {
  /** @type {Record<string, Record<string, {get: () => Promise<() => any>}>>} */
  let shared = {};

  /** A package that JupyterLab shares; there is one version of each. */
  async function load(name) {
    const versions = shared[name];
    const entry = versions?.[Object.keys(versions)[0]];
    if (!entry) throw new Error(`JupyterLab does not share ${name}`);
    return (await entry.get())();
  }

  const container = {
    init(scope) {
      shared = scope;
    },
    async get(module) {
      if (module !== "./extension") throw new Error(`course-helpers has no module ${module}`);
      const plugin = await makePlugin(load);
      // Without __esModule JupyterLab takes the wrong object for the plugin and shows a white page.
      return () => ({ __esModule: true, default: plugin });
    },
  };
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["course-helpers"] = container;
})();
