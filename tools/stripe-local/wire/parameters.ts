import { readFileSync } from "node:fs";
import { invalid } from "./errors";
import type { Raw } from "./form";
import type { Shape } from "./shape";

const SHAPES = new Map<string, Shape>(
  readFileSync(new URL("./requests.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as [string, Shape]),
);

const MAX_TEXT = 5000;

/** Reads a request's parameters by the shape that the SDK's types give them: numbers and booleans become themselves, strangers are refused. */
export const readParameters = (operation: string, raw: { [key: string]: Raw }): Record<string, unknown> =>
  read(SHAPES.get(operation) ?? { fields: {} }, raw, "") as Record<string, unknown>;

const read = (shape: Shape, raw: Raw, param: string): unknown => {
  if (typeof shape === "string")
    return shape.startsWith("#")
      ? read(SHAPES.get(shape) ?? "any", raw, param)
      : readPlain(shape, raw, param);
  if ("enum" in shape) return readEnum(shape.enum, raw, param);
  if ("one" in shape) return readFirst(shape.one, raw, param);
  if ("list" in shape) return readList(shape.list, raw, param);
  return readFields(shape.fields, shape.required ?? [], raw, param);
};

const readPlain = (kind: string, raw: Raw, param: string): unknown => {
  if (kind === "any" || (kind === "hash" && typeof raw !== "string")) return plain(raw);
  if (kind === "hash") throw invalid(`Invalid object: ${raw}`, "parameter_invalid", param);
  if (typeof raw !== "string")
    throw invalid(`Invalid ${kind === "number" ? "integer" : kind}: {}`, "parameter_invalid", param);
  if (kind === "number") return readNumber(raw, param);
  return kind === "boolean" ? readBoolean(raw, param) : readText(raw, param);
};

const readBoolean = (raw: string, param: string): boolean => {
  if (raw !== "true" && raw !== "false")
    throw invalid(`Invalid boolean: ${raw}`, "parameter_invalid_boolean", param);
  return raw === "true";
};

const readText = (raw: string, param: string): string => {
  if (raw === "")
    throw invalid(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
      "parameter_invalid_empty",
      param,
    );
  if (raw.length > MAX_TEXT)
    throw invalid(
      `Invalid string: ${raw.slice(0, 20)}…; must be at most ${MAX_TEXT} characters`,
      "parameter_invalid_string",
      param,
    );
  return raw;
};

const readNumber = (raw: string, param: string): number => {
  if (!/^-?\d+(\.\d+)?$/.test(raw))
    throw invalid(`Invalid integer: ${raw}`, "parameter_invalid_integer", param);
  return Number(raw);
};

const readEnum = (choices: string[], raw: Raw, param: string): string => {
  if (typeof raw === "string" && choices.includes(raw)) return raw;
  const shown =
    choices.length > 1
      ? `one of ${choices.slice(0, -1).join(", ")}, or ${choices.at(-1)}`
      : (choices[0] ?? "");
  throw invalid(`Invalid ${param}: must be ${shown}`, "parameter_invalid", param);
};

/** The first alternative that accepts the value; when none does, the complaint of the one that looks most like it. */
const readFirst = (alternatives: Shape[], raw: Raw, param: string): unknown => {
  const structured = (shape: Shape): boolean => {
    const found = typeof shape === "string" && shape.startsWith("#") ? (SHAPES.get(shape) ?? "any") : shape;
    return found === "hash" || (typeof found === "object" && ("fields" in found || "list" in found));
  };
  const likely = alternatives.filter((shape) => structured(shape) === (typeof raw !== "string"));
  let complaint: unknown = invalid(`Invalid ${param}`, "parameter_invalid", param);
  for (const shape of likely) {
    try {
      return read(shape, raw, param);
    } catch (error) {
      complaint = error;
    }
  }
  throw complaint;
};

const readList = (items: Shape, raw: Raw, param: string): unknown[] => {
  if (typeof raw === "string" || Object.keys(raw).some((key) => !/^\d+$/.test(key)))
    throw invalid("Invalid array", "parameter_invalid", param);
  return Object.entries(raw).map(([at, value]) => read(items, value, `${param}[${at}]`));
};

const readFields = (
  fields: Record<string, Shape>,
  required: string[],
  raw: Raw,
  param: string,
): Record<string, unknown> => {
  if (typeof raw === "string") throw invalid("Invalid object", "parameter_invalid", param);
  const nameOf = (key: string): string => (param === "" ? key : `${param}[${key}]`);
  const strangers = Object.keys(raw).filter((key) => !Object.hasOwn(fields, key));
  if (strangers.length > 0) {
    const names = strangers.map(nameOf);
    throw invalid(
      `Received unknown parameter${names.length > 1 ? "s" : ""}: ${names.join(", ")}`,
      "parameter_unknown",
      names[0],
    );
  }
  const absent = required.find((key) => !Object.hasOwn(raw, key));
  if (absent !== undefined)
    throw invalid(`Missing required param: ${nameOf(absent)}.`, "parameter_missing", nameOf(absent));
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key, read(fields[key] ?? "any", value, nameOf(key))]),
  );
};

const plain = (raw: Raw): unknown =>
  typeof raw === "string"
    ? raw
    : Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plain(value)]));
