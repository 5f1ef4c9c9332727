import { afterEach, beforeEach, expect, test } from "vitest";
import { seal, unseal } from "@/lib/platform/sealed";

beforeEach(() => {
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});
afterEach(() => {
  delete process.env.ALDEIA_ENCRYPTION_KEYS;
  delete process.env.NEXTAUTH_SECRET;
});

test("P17: what is sealed says nothing, is never twice the same, and opens for its own use alone", () => {
  const sealed = seal("EAAG-token", "tenant:token");
  expect(sealed).not.toContain("EAAG");
  expect(seal("EAAG-token", "tenant:token")).not.toBe(sealed);
  expect(unseal(sealed, "tenant:token")).toBe("EAAG-token");
  expect(() => unseal(sealed, "other:token")).toThrow();
  const [version, name, body = ""] = sealed.split(".");
  const changed = `${version}.${name}.${body.startsWith("A") ? "B" : "A"}${body.slice(1)}`;
  expect(() => unseal(changed, "tenant:token")).toThrow();
});

test("P17: a new key in front seals from then on, and the old ones still open; a key that is gone is named", () => {
  const first = seal("um", "use");
  process.env.ALDEIA_ENCRYPTION_KEYS = "old";
  const second = seal("dois", "use");
  process.env.ALDEIA_ENCRYPTION_KEYS = "new,old";
  const third = seal("três", "use");
  expect([first, second, third].map((sealed) => unseal(sealed, "use"))).toEqual(["um", "dois", "três"]);
  expect(new Set([first, second, third].map((sealed) => sealed.split(".")[1])).size).toBe(3);
  process.env.ALDEIA_ENCRYPTION_KEYS = "new";
  expect(unseal(third, "use")).toBe("três");
  expect(() => unseal(second, "use")).toThrow("ALDEIA_ENCRYPTION_KEYS");
});
