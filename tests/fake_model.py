"""A model of a widget without Jupyter, for pages of tests: what Python shows, and a way to Python."""

FAKE_MODEL = """
  /** `state`: what it holds; `send`: what becomes of a message, which may be late, lost or refused. */
  const fakeModel = (state, send) => {
    const acts = new Map();
    const fire = (event, value) => { for (const act of [...(acts.get(event) ?? [])]) act(value); };
    const set = (name, value) => { state[name] = value; fire(`change:${name}`, value); };
    const model = {
      get: (name) => state[name],
      set,
      on: (event, act) => { acts.set(event, [...(acts.get(event) ?? []), act]); },
      off: (event, act) => { acts.set(event, (acts.get(event) ?? []).filter((one) => one !== act)); },
      send,
    };
    /** What Python shows now, and what it says besides. */
    const hear = (fresh, messages) => {
      for (const [name, value] of Object.entries(fresh)) {
        if (JSON.stringify(state[name]) !== JSON.stringify(value)) set(name, value);
      }
      for (const message of messages) fire('msg:custom', message);
    };
    return { model, hear };
  };
"""
