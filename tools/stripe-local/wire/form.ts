/** A form value before its shape is known: text, or a map of keys (a list has the keys 0, 1, 2 …). */
export type Raw = string | { [key: string]: Raw };

const DEPTH_LIMIT = 12;

/** Decodes `a[b][0][c]=v` and `a[]=v`, as the SDK and Stripe's own examples write them. */
export const decodeForm = (text: string): { [key: string]: Raw } => {
  const root: { [key: string]: Raw } = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = [
      name.split("[")[0] ?? "",
      ...[...name.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? ""),
    ];
    place(root, keys.slice(0, DEPTH_LIMIT), value);
  }
  return root;
};

const place = (root: { [key: string]: Raw }, keys: string[], value: string): void => {
  let node = root;
  for (const [at, key] of keys.entries()) {
    const name = key === "" && at > 0 ? String(Object.keys(node).length) : key;
    if (at === keys.length - 1) {
      node[name] = value;
      return;
    }
    const next = node[name];
    if (typeof next === "object") node = next;
    else {
      const made: { [key: string]: Raw } = Object.create(null);
      node[name] = made;
      node = made;
    }
  }
};
