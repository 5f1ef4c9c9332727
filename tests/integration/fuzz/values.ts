/** Eight thousand brackets: what a naive reader of nested values falls over. */
const DEEP = JSON.parse(`${"[".repeat(4_000)}${"]".repeat(4_000)}`) as unknown;
const CONTROL = "a\u0000b\u0007c\u001bd\u202ee\ud800f\uffff";
const MARKUP = "<script>alert(1)</script> {{x}} {y} '; DROP TABLE members; -- %s {0}";

/** What is put into every field of a body. `undefined`: the field is missing. */
export const BAD_VALUES: Record<string, unknown> = {
  missing: undefined,
  empty: "",
  blank: " \t\n ",
  null: null,
  true: true,
  text: "x",
  list: [],
  "list of null": [null],
  object: {},
  prototype: JSON.parse('{"__proto__":{"a":1},"constructor":{"b":2}}') as unknown,
  negative: -1,
  zero: 0,
  fraction: 0.5,
  huge: 1e308,
  "beyond integers": 2 ** 53,
  "beyond int4": 3_000_000_000,
  "too long": "a".repeat(10_000),
  "long emoji": "👩‍👩‍👧‍👦".repeat(1_000),
  "control characters": CONTROL,
  "nul alone": "\u0000",
  markup: MARKUP,
  deep: DEEP,
  "impossible date": "2026-02-30T25:61",
  "far date": "+275760-09-13T00:00:00Z",
  "year 0": "0000-01-01T00:00:00Z",
};

const SHORT = [
  "missing",
  "null",
  "empty",
  "text",
  "list",
  "object",
  "negative",
  "beyond int4",
  "huge",
  "deep",
];

/** Enough for what is an id, a choice or a switch, and stops at the schema. */
export const FEW_BAD_VALUES = Object.fromEntries(
  [...SHORT, "nul alone", "year 0"].map((name) => [name, BAD_VALUES[name]]),
);

/** Whole bodies that are none. */
export const BAD_BODIES: Record<string, string> = {
  nothing: "",
  "half JSON": '{"name":',
  "a list": "[]",
  "a text": '"x"',
  "a number": "1",
  null: "null",
  NUL: '"\u0000"',
  "ten thousand lists": `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  "unknown fields": '{"surprise":1,"__proto__":{"admin":true}}',
  "the form of a browser": "name=x&memberId=1",
};

/** What is put into every parameter of a query. */
export const BAD_TEXTS: readonly string[] = [
  "",
  " ",
  "x",
  "-1",
  "0",
  "201",
  "1e9",
  "NaN",
  "99999999999999999999",
  "null",
  "[object Object]",
  CONTROL,
  "\u0000",
  MARKUP,
  "%00",
  "é".repeat(10_000),
];

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const ID = "019aa000-0000-7000-8000-000000000000";

/** Cursors that we did not make, or not for this list. */
export const BAD_CURSORS: readonly string[] = [
  "x",
  "%%%",
  encoded([]),
  encoded({}),
  encoded(null),
  encoded(["x"]),
  encoded([1, 2, 3]),
  encoded([ID]),
  encoded([ID, ID]),
  encoded(["2026-01-01T00:00:00.000Z", ID]),
  encoded(["2026-01-01T00:00:00.000Z", "x"]),
  encoded(["\u0000", ID]),
  encoded(["a\u0000", "b\u0000", ID]),
  encoded([-1, ID]),
  encoded([1e308, ID]),
  encoded(["9999999999999999999999", ID]),
  encoded(["+275760-09-13T00:00:00.000Z", ID]),
  "a".repeat(500),
  "a".repeat(100_000),
];
