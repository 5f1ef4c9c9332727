import path from "node:path";
import ts from "typescript-js";
import { type Schema, unionOf } from "./union";

/** What the reading of the SDK's types needs at hand, and the schemas found so far. */
export type Reader = { root: string; checker: ts.TypeChecker; schemas: Record<string, Schema> };

/** What the type parameters of a generic type stand for. */
type Bound = ReadonlyMap<string, Schema>;

const NOTHING_BOUND: Bound = new Map();

const PRIMITIVES = new Map<ts.SyntaxKind, Schema | null>([
  [ts.SyntaxKind.StringKeyword, { type: "string" }],
  [ts.SyntaxKind.NumberKeyword, { type: "number" }],
  [ts.SyntaxKind.BooleanKeyword, { type: "boolean" }],
  [ts.SyntaxKind.ObjectKeyword, { type: "object" }],
  [ts.SyntaxKind.VoidKeyword, null],
  [ts.SyntaxKind.UndefinedKeyword, null],
  [ts.SyntaxKind.NeverKeyword, null],
]);

const listOf = (items: Schema, kind: string): Schema => ({
  type: "object",
  required: ["object", "data", "has_more", "url"],
  properties: {
    object: { enum: [kind] },
    data: { type: "array", items },
    has_more: { type: "boolean" },
    url: { type: "string" },
    total_count: { type: "number" },
    next_page: { type: ["string", "null"] },
  },
  additionalProperties: false,
});

const nameOf = (reader: Reader, declaration: ts.InterfaceDeclaration): string => {
  const parts: string[] = [declaration.name.text];
  for (let parent: ts.Node = declaration.parent; parent; parent = parent.parent)
    if (ts.isModuleDeclaration(parent)) parts.unshift(parent.name.text);
  const file = declaration.getSourceFile().fileName;
  const folder = path.relative(path.join(reader.root, "resources"), path.dirname(file));
  return folder && !folder.startsWith("..") && parts[0] !== folder
    ? [folder, ...parts].join(".")
    : parts.join(".");
};

const fieldsOf = (reader: Reader, members: ts.NodeArray<ts.TypeElement>, bound: Bound): Schema => {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const member of members.filter((one) => ts.isPropertySignature(one))) {
    const key = member.name.getText().replaceAll(/^['"]|['"]$/g, "");
    const schema = member.type && key !== "lastResponse" ? convert(reader, member.type, bound) : null;
    if (schema === null) continue;
    properties[key] = schema;
    if (!member.questionToken) required.push(key);
  }
  const index = members.find((member) => ts.isIndexSignatureDeclaration(member));
  const additionalProperties = index ? (convert(reader, index.type, bound) ?? {}) : (false as const);
  return { type: "object", properties, additionalProperties, ...(required.length > 0 && { required }) };
};

const interfaceOf = (reader: Reader, declaration: ts.InterfaceDeclaration, bound: Bound): Schema => {
  const own = fieldsOf(reader, declaration.members, bound);
  for (const type of (declaration.heritageClauses ?? []).flatMap((clause) => [...clause.types])) {
    const converted = reference(reader, type.expression, type.typeArguments, bound);
    const base = converted?.$ref ? reader.schemas[converted.$ref.split("/").at(-1) ?? ""] : converted;
    own.properties = { ...base?.properties, ...own.properties };
    own.required = [...new Set([...(base?.required ?? []), ...(own.required ?? [])])];
  }
  return own;
};

/** Names that mean something to the description itself, before any declaration is looked up. */
const wellKnown = (name: string, first: () => Schema): Schema | undefined => {
  if (name === "Array" || name === "ReadonlyArray") return { type: "array", items: first() };
  if (name === "Record" || name === "Partial") return { type: "object" };
  if (name === "Response" || name === "Promise") return first();
  if (name.startsWith("ApiList")) return listOf(first(), "list");
  if (name.startsWith("ApiSearchResult")) return listOf(first(), "search_result");
  if (name === "Emptyable") return unionOf([first(), { enum: [""] }]);
  if (name === "OtherString") return { open: true };
  return name.endsWith("Decimal") ? { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" } : undefined;
};

type Arguments = ts.NodeArray<ts.TypeNode> | undefined;

/** The schema of a type that is named; an interface becomes a schema of its own that is referred to. */
export const reference = (
  reader: Reader,
  name: ts.Node,
  given: Arguments,
  bound: Bound = NOTHING_BOUND,
): Schema | null => {
  const known = wellKnown(name.getText(), () => (given?.[0] && convert(reader, given[0], bound)) ?? {});
  if (known) return known;
  const symbol = symbolOf(reader, name);
  if (symbol && symbol.flags & ts.SymbolFlags.TypeParameter) return bound.get(symbol.name) ?? {};
  const declaration = symbol?.declarations?.find(
    (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one),
  );
  if (!declaration?.getSourceFile().fileName.startsWith(reader.root)) return {};
  const inner = argumentsOf(reader, declaration, given, bound);
  if (ts.isTypeAliasDeclaration(declaration)) return convert(reader, declaration.type, inner);
  if (declaration.typeParameters) return interfaceOf(reader, declaration, inner);
  const key = nameOf(reader, declaration);
  if (!reader.schemas[key]) {
    const made: Schema = {};
    reader.schemas[key] = made;
    Object.assign(made, interfaceOf(reader, declaration, bound));
  }
  return { $ref: `#/components/schemas/${key}` };
};

const symbolOf = (reader: Reader, name: ts.Node): ts.Symbol | undefined => {
  const symbol = reader.checker.getSymbolAtLocation(ts.isQualifiedName(name) ? name.right : name);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? reader.checker.getAliasedSymbol(symbol) : symbol;
};

const argumentsOf = (
  reader: Reader,
  declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
  given: Arguments,
  bound: Bound,
): Bound => {
  const inner = new Map(bound);
  for (const [at, parameter] of (declaration.typeParameters ?? []).entries()) {
    const argument = given?.[at];
    inner.set(parameter.name.text, (argument && convert(reader, argument, bound)) ?? {});
  }
  return inner;
};

const literal = (node: ts.LiteralTypeNode): Schema => {
  const value = node.literal;
  if (value.kind === ts.SyntaxKind.NullKeyword) return { type: "null" };
  if (value.kind === ts.SyntaxKind.TrueKeyword) return { const: true };
  if (value.kind === ts.SyntaxKind.FalseKeyword) return { const: false };
  if (ts.isStringLiteral(value)) return { enum: [value.text] };
  return ts.isNumericLiteral(value) ? { enum: [Number(value.text)] } : {};
};

/** The schema of a type as it is written; `null` when it can hold nothing. */
export const convert = (reader: Reader, node: ts.TypeNode, bound: Bound = NOTHING_BOUND): Schema | null => {
  const primitive = PRIMITIVES.get(node.kind);
  if (primitive !== undefined) return primitive;
  if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node))
    return convert(reader, node.type, bound);
  if (ts.isArrayTypeNode(node))
    return { type: "array", items: convert(reader, node.elementType, bound) ?? {} };
  if (ts.isTypeLiteralNode(node)) return fieldsOf(reader, node.members, bound);
  if (ts.isUnionTypeNode(node)) return unionOf(node.types.map((type) => convert(reader, type, bound)));
  if (ts.isTypeReferenceNode(node)) return reference(reader, node.typeName, node.typeArguments, bound);
  return ts.isLiteralTypeNode(node) ? literal(node) : openText(node);
};

/** `string & {}` is how the SDK writes an enumeration that Stripe may widen. */
const openText = (node: ts.TypeNode): Schema =>
  ts.isIntersectionTypeNode(node) && node.types.some((type) => type.kind === ts.SyntaxKind.StringKeyword)
    ? { open: true }
    : {};
