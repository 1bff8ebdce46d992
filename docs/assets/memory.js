// What a page remembers under a name, in this browser only. Where storage is forbidden it lasts as long as the page.
const memory = name => {
  const key = `law:${name}`; // other sites of the same host have keys of their own

  function read() {
    try {
      const stored = JSON.parse(localStorage.getItem(key));
      return stored && typeof stored === "object" ? stored : {};
    } catch {
      return {}; // forbidden, or what stands there is not ours
    }
  }

  const kept = new Map(Object.entries(read()));

  function save() {
    try {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
    } catch {
      // forbidden or full
    }
  }

  return {
    get: id => kept.get(id),
    set(id, value) {
      kept.set(id, value);
      save();
    },
    clear() {
      kept.clear();
      save();
    },
  };
};
