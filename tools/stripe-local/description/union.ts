/** The part of JSON Schema that the description uses. `open` marks an enumeration that Stripe may widen. */
export type Schema = {
  type?: string | string[];
  enum?: (string | number)[];
  const?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
  anyOf?: Schema[];
  pattern?: string;
  open?: boolean;
  $ref?: string;
};

/** One schema for a TypeScript union: its literals become one enumeration, duplicates and `undefined` go. */
export const unionOf = (given: (Schema | null)[]): Schema => {
  const members = given.filter((one) => one !== null).flatMap((one) => (one.anyOf ? one.anyOf : [one]));
  const literals = members.flatMap((one) => one.enum ?? []);
  const open = members.some((one) => one.open);
  const others = new Map<string, Schema>();
  for (const one of members) if (!one.enum && !one.open) others.set(JSON.stringify(one), one);
  const rest = [...others.values()];
  if (open) rest.unshift({ type: "string" });
  else if (literals.length > 0) rest.unshift({ enum: [...new Set(literals)] });
  if (open && literals.length > 0 && rest[0]) rest[0] = { ...rest[0], open: true };
  return rest.length === 1 ? (rest[0] ?? {}) : { anyOf: rest };
};
