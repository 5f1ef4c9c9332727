import { foldForSearch } from "@/lib/shared/text";
import type { ColumnMapping, ImportField, MappingProblem } from "./types";

// Folded and without anything but letters, as `headerKey` makes them.
const WORDS: Record<"name" | "lastName" | "phone" | "email" | "username" | "tags" | "birthday", string[]> = {
  name: "name fullname firstname givenname displayname contactname membername nome nomecompleto primeironome nomedocontato membro nombre nombrecompleto nombreyapellido nombreyapellidos contato contacto".split(
    " ",
  ),
  lastName: "lastname surname familyname sobrenome ultimonome apelido apellido apellidos".split(" "),
  phone:
    "phone phonenumber telephone tel mobile mobilephone cell cellphone telefone telefonecelular celular fone numero numerodetelefone numerodecelular telemovel whatsapp whatsappnumber numerodewhatsapp zap telefono telefonocelular telefonomovil movil numerodetelefono".split(
      " ",
    ),
  email: "email emailaddress mail correo correoelectronico enderecodeemail direcciondecorreo".split(" "),
  username: "username usuario nomedeusuario nombredeusuario".split(" "),
  birthday:
    "birthday birthdate dateofbirth dob nascimento datadenascimento aniversario datadeaniversario fechadenacimiento nacimiento cumpleanos".split(
      " ",
    ),
  tags: "tags tag labels label etiquetas etiqueta rotulos marcadores".split(" "),
};

const FIELD_OF = new Map<string, ImportField>(
  Object.entries(WORDS).flatMap(([field, words]) =>
    words.map((word) => [word, field as ImportField] as const),
  ),
);

/** What a header says, so that `Phone 1 - Value`, `telefone_2` and `E-mail (trabalho)` are recognised. */
function headerKey(header: string): string {
  const plain = foldForSearch(header).replace(/\([^)]*\)|\[[^\]]*\]/gu, " ");
  const kind = /\s-\s*(value|valor|type|tipo|label)\s*$/u.exec(plain)?.[1];
  if (kind && kind !== "value" && kind !== "valor") return "";
  return plain.replace(/\s-\s*(?:value|valor)\s*$/u, "").replace(/[^\p{L}]/gu, "");
}

/** A field that the tenant keeps of its people: a column that bears its key or name is mapped to it. */
export type OwnField = { key: string; name: string };

/**
 * Maps columns by their headers: to what everybody has, then to the tenant's own fields. A second name column is left alone;
 * phones, e-mails and tags may repeat.
 */
export function mapColumns(header: readonly string[], own: readonly OwnField[] = []): ColumnMapping[] {
  const used = new Set<ImportField>();
  const ownOf = new Map(
    own.flatMap(({ key, name }) => [key, name].map((word) => [foldForSearch(word), key] as const)),
  );
  return header.map((column, index) => {
    const ownKey = ownOf.get(foldForSearch(column));
    const field =
      ownKey === undefined ? (FIELD_OF.get(headerKey(column)) ?? "ignore") : (`field:${ownKey}` as const);
    const isRepeated = used.has(field) && !["phone", "email", "tags", "ignore"].includes(field);
    used.add(field);
    return { column: columnName(header, index), index, field: isRepeated ? "ignore" : field };
  });
}

/** The header, with a number where it stands twice and a place where it is empty. */
function columnName(header: readonly string[], index: number): string {
  const name = header[index]?.trim() ?? "";
  if (name === "") return `#${index + 1}`;
  const before = header
    .slice(0, index)
    .filter((other) => foldForSearch(other) === foldForSearch(name)).length;
  return before === 0 ? name : `${name} (${before + 1})`;
}

const FIELDS = new Set(["name", "lastName", "phone", "email", "username", "tags", "birthday", "ignore"]);

function isField(value: unknown): value is ImportField {
  return typeof value === "string" && (FIELDS.has(value) || /^field:.{1,200}$/u.test(value));
}

export type CustomMapping = Record<string, string | string[]>;

/**
 * Applies a mapping of the caller over the automatic one. Entries read either way, `{ "Cliente": "name" }` or
 * `{ "name": "Cliente" }`; what it names is taken from the automatic mapping.
 */
export function applyMapping(
  header: readonly string[],
  custom: CustomMapping,
  own: readonly OwnField[] = [],
): { columns: ColumnMapping[]; problems: MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const chosen = new Map<number, ImportField>();
  for (const [left, right] of Object.entries(custom)) {
    for (const value of [right].flat()) {
      const read = readEntry(header, left, value);
      if (read.problem) problems.push(read.problem);
      else for (const index of read.indexes) chosen.set(index, read.field);
    }
  }
  const taken = new Set(chosen.values());
  const columns = mapColumns(header, own).map((column) => {
    const field = chosen.get(column.index) ?? (taken.has(column.field) ? "ignore" : column.field);
    return { ...column, field };
  });
  return { columns, problems };
}

type ReadEntry = { problem: MappingProblem } | { problem: null; indexes: number[]; field: ImportField };

function readEntry(header: readonly string[], left: string, right: string): ReadEntry {
  const columnToField = indexesOf(header, left);
  if (columnToField.length > 0 && isField(right))
    return { problem: null, indexes: columnToField, field: right };
  const fieldToColumn = indexesOf(header, right);
  if (fieldToColumn.length > 0 && isField(left))
    return { problem: null, indexes: fieldToColumn, field: left };
  if (columnToField.length > 0) return { problem: { code: "unknown_field", value: right } };
  return { problem: { code: "unknown_column", value: isField(left) ? right : left } };
}

function indexesOf(header: readonly string[], name: string): number[] {
  const folded = foldForSearch(name);
  return header.flatMap((column, index) =>
    foldForSearch(column) === folded || foldForSearch(columnName(header, index)) === folded ? [index] : [],
  );
}
