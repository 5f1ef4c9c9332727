import { expect, test } from "vitest";
import { ownPath, portalSlug, proposeSlug } from "@/lib/accounts/rules";

test("after signing in one goes to a path of ours only", () => {
  expect(ownPath("/t/aurora/members?q=a#b")).toBe("/t/aurora/members?q=a#b");
  for (const elsewhere of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\/evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/api/auth/signout",
    "entrar",
    "",
    null,
    `/${"a".repeat(3_000)}`,
  ]) {
    expect(ownPath(elsewhere), String(elsewhere)).toBeNull();
  }
});

test("a path of the portal tells its tenant, any other tells none", () => {
  expect(portalSlug("/m/aurora")).toBe("aurora");
  expect(portalSlug("/m/aurora/ideas?x=1")).toBe("aurora");
  expect(portalSlug("/t/aurora")).toBeNull();
  expect(portalSlug("/m/")).toBeNull();
  expect(portalSlug(null)).toBeNull();
});

test("a slug is proposed from a name without accents, signs or a hyphen at the ends", () => {
  expect(proposeSlug("Padaria da Dona Inês!")).toBe("padaria-da-dona-ines");
  expect(proposeSlug("  ¿Qué tal? ")).toBe("que-tal");
  expect(proposeSlug("日本")).toBe("");
  expect(proposeSlug(`${"a".repeat(39)} b`)).toBe("a".repeat(39));
});
