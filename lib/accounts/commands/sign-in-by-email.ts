import "server-only";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { hashToken } from "@/lib/platform/auth/tokens";
import { platformClient } from "@/lib/platform/db/clients";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { CODE_ATTEMPTS, CODE_PER_IP } from "../rules";
import { proveEmail } from "./prove-email";
import { hashCode } from "./send-sign-in-mail";
import type { SignedIn } from "./sign-in-with-password";

/** Signs in by the secret of a mailed link, which is used up by it. @throws Refusal `link_used_up`. */
export async function signInByLink(token: string): Promise<SignedIn> {
  const [taken] = await platformClient().$queryRaw<{ email: string }[]>`
    DELETE FROM sign_in_tokens WHERE purpose = 'email_link' AND token_hash = ${hashToken(token)} AND expires_at > now()
    RETURNING email`;
  const user = taken && (await proveEmail(taken.email));
  if (!user) throw new Refusal("link_used_up");
  return user;
}

/**
 * Signs in by a mailed code. Every try counts before it is compared, and a code is used up by the try that fits.
 * @throws Refusal `invalid_input` at `code`: the same for a wrong, an old, a used and a never sent code.
 */
export async function signInByCode(input: {
  tokenId: string;
  code: string;
  ip: string | null;
}): Promise<SignedIn> {
  await countAttempt(CODE_PER_IP, input.ip ?? "unknown");
  const db = platformClient();
  const counted = await db.$executeRaw`
    UPDATE sign_in_tokens SET attempts = attempts + 1
    WHERE id = ${input.tokenId}::uuid AND purpose = 'member_code' AND expires_at > now() AND attempts < ${CODE_ATTEMPTS}`;
  const [taken] =
    counted === 0
      ? []
      : await db.$queryRaw<{ email: string }[]>`
          DELETE FROM sign_in_tokens
          WHERE id = ${input.tokenId}::uuid AND token_hash = ${hashCode(input.tokenId, input.code)} RETURNING email`;
  const user = taken && (await proveEmail(taken.email));
  if (!user) throw invalidInput({ path: "code", code: "wrong_code" });
  return user;
}
