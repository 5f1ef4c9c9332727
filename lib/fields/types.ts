export const FIELD_KINDS = ["text", "number", "date", "choice", "yes_no"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field that the tenant keeps of its people. */
export type FieldDefinition = {
  id: string;
  /** Names it in values, in the API and in segments; never changes. */
  key: string;
  name: string;
  kind: FieldKind;
  /** Of a choice, in their order. */
  options: string[];
};

export type FieldValue = string | number | boolean;

/** A field in the settings: how many people have a value. */
export type CountedField = FieldDefinition & { memberCount: number };
/** Values under a key that nobody has defined. */
export type LooseField = { key: string; memberCount: number };
