/**
 * The names of arguments and tags in an ICU message, sorted and joined: `{n, plural, one {# of {all}} …}`
 * gives `all, n` and `<b>text</b>` gives `<b>`. Words inside branches are text and are not taken for names.
 */
export function icuArguments(message: string): string {
  const names = new Set<string>();
  collect(message.replace(/''/g, "").replace(/'[{<][^']*'/g, ""), names);
  return [...names].sort().join(", ");
}

function collect(message: string, names: Set<string>): void {
  for (const [, tag] of message.matchAll(/<([a-z][\w-]*)>/g)) names.add(`<${tag}>`);
  for (const part of braces(message)) {
    const [name = "", kind = "", ...branches] = part.split(",");
    names.add(name.trim());
    if (/^\s*(plural|select|selectordinal)\s*$/.test(kind)) {
      for (const branch of braces(branches.join(","))) collect(branch, names);
    }
  }
}

/** What stands between each outermost pair of braces. */
function braces(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "{" && depth++ === 0) start = index + 1;
    if (text[index] === "}" && --depth === 0) parts.push(text.slice(start, index));
  }
  return parts;
}
