/** The spellings of a noun that its files need. */
export type NounNames = Readonly<
  Record<
    "kebab" | "kebabs" | "camel" | "camels" | "Pascal" | "Pascals" | "snakes" | "word" | "words" | "Words",
    string
  >
>;

/**
 * Makes every spelling from the plural in kebab-case, as folders are named: `saved-replies`. The singular is
 * guessed the English way and can be given.
 */
export function namesOf(plural: string, singular = singularOf(plural)): NounNames {
  if (![plural, singular].every((name) => /^[a-z]+(-[a-z]+)*$/.test(name))) {
    throw new Error("a noun is written in kebab-case letters and in the plural: saved-replies");
  }
  if (plural === singular) throw new Error(`what is one of ${plural} called? Give it as the second word`);
  return {
    kebab: singular,
    kebabs: plural,
    camel: camel(singular),
    camels: camel(plural),
    Pascal: capital(camel(singular)),
    Pascals: capital(camel(plural)),
    snakes: plural.replaceAll("-", "_"),
    word: singular.replaceAll("-", " "),
    words: plural.replaceAll("-", " "),
    Words: capital(plural.replaceAll("-", " ")),
  };
}

/** Puts the spellings into a template's text or path: `__Pascal__` and its like. */
export function fillIn(template: string, names: NounNames, stamp: string): string {
  return template
    .replaceAll("__stamp__", stamp)
    .replace(/__(kebabs?|camels?|Pascals?|snakes|words?|Words)__/g, (_, key: keyof NounNames) => names[key]);
}

function singularOf(plural: string): string {
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(plural)) return plural.slice(0, -2);
  return plural.endsWith("s") ? plural.slice(0, -1) : plural;
}

function camel(kebab: string): string {
  return kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
