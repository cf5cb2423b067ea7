// A file that Python made, handed to the browser to save. It goes nowhere else.
import { element } from "../panel/parts.js";

/**
 * Let the browser save a file; it goes nowhere else.
 * @param {{name: string, type: string, content: string}} file its content as base64
 */
function saveFile({ name, type, content }) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = /** @type {HTMLAnchorElement} */ (element("a"));
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export { saveFile };
