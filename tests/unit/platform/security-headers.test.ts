import { expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/platform/http/security-headers";

const policy = contentSecurityPolicy({
  nonce: "n0nce",
  isDevelopment: false,
  formTargets: ["https://pay.example"],
});
const directive = (name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `));

test("scripts run by nonce only: neither inline nor eval", () => {
  expect(directive("script-src")).toBe("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
});

test("nobody may frame a page, and forms lead to us and to the checkout only", () => {
  expect(directive("frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(directive("form-action")).toBe("form-action 'self' https://pay.example");
});
