// One button that marks a lesson as read.
import { Messenger, newRequestId } from "../panel/messenger.js";
import { button, element, panelRoot, statusRegion } from "../panel/parts.js";

/** @param {{model: any, el: HTMLElement}} view */
function render({ model, el }) {
  const words = model.get("words");
  const root = panelRoot("course-read-mark", words.title);
  const status = statusRegion();
  const told = element("p", "course-small");
  const messenger = new Messenger({
    send: (content) => model.send(content),
    later: (act, milliseconds) => setTimeout(act, milliseconds),
    cancel: (timer) => clearTimeout(timer),
    newId: newRequestId,
    onSilence: (silent) => {
      if (silent) status.textContent = words.silent;
    },
  });
  const mark = button("", () => messenger.ask({ kind: "mark", read: !model.get("view").read }));
  const show = () => {
    const { read, told: text } = model.get("view");
    mark.textContent = words[read ? "take_back" : "mark"];
    told.textContent = text;
  };
  const reply = (message) => {
    if (message?.kind === "reply" && messenger.heard(message.id)) status.textContent = message.text;
  };
  model.on("change:view", show);
  model.on("msg:custom", reply);
  root.append(mark, told, status);
  el.append(root);
  show();
  return () => {
    messenger.end();
    model.off("change:view", show);
    model.off("msg:custom", reply);
  };
}

export default { render };
