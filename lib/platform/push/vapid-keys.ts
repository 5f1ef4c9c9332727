import "server-only";
import { createECDH, hkdfSync } from "node:crypto";
import { givenVapidKeys, secret } from "../env";

export type VapidKeys = { publicKey: string; privateKey: string };

const PRIVATE_KEY_BYTES = 32;
let derived: { from: string; keys: VapidKeys } | null = null;

/**
 * The pair by which push services know this installation (RFC 8292), as base64url: from the environment, else derived from
 * the installation's secret, so that all its machines agree and a backup of the secret is one of the pair.
 */
export function vapidKeys(): VapidKeys {
  const given = givenVapidKeys();
  if (given) return given;
  const from = secret();
  if (derived?.from !== from) derived = { from, keys: deriveKeys(from) };
  return derived.keys;
}

function deriveKeys(from: string): VapidKeys {
  const scalar = Buffer.from(hkdfSync("sha256", from, "", "vapid", PRIVATE_KEY_BYTES));
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(scalar);
  return { publicKey: pair.getPublicKey("base64url"), privateKey: scalar.toString("base64url") };
}
