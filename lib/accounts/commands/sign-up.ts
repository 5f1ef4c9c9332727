import "server-only";
import { countAttempt } from "@/lib/platform/auth/attempt-limit";
import { platformClient } from "@/lib/platform/db/clients";
import type { Locale } from "@/lib/platform/i18n/locales";
import { invalidInput } from "@/lib/shared/refusal";
import { createTenant } from "@/lib/tenants/commands/create-tenant";
import { SIGN_UP_PER_IP } from "../rules";
import { type SignedIn, signInWithPassword } from "./sign-in-with-password";
import { requestVerification } from "./verify-email";

type Visitor = { locale: Locale; ip: string | null };
export type SignUp = { organization: string; slug: string; name: string; email: string; password: string };

/**
 * Opens a tenant and, for a new address, the account of its owner, whose address is then to be confirmed. An address
 * that has an account needs that account's password.
 * @throws Refusal `invalid_input` at `slug` (`slug_taken`) or `email` (`email_taken`), `too_many_attempts`.
 */
export async function signUp(visitor: Visitor, input: SignUp): Promise<SignedIn> {
  await countAttempt(SIGN_UP_PER_IP, visitor.ip ?? "unknown");
  const known = await platformClient().user.findUnique({
    where: { email: input.email },
    select: { id: true },
  });
  if (known && !(await signInWithPassword({ ...input, ip: visitor.ip }))) {
    throw invalidInput({ path: "email", code: "email_taken" });
  }
  const owner = { name: input.name, email: input.email, password: input.password, isVerified: false };
  const { userId } = await createTenant({ slug: input.slug, name: input.organization, owner });
  if (!known) await requestVerification(input.email, visitor.locale);
  return platformClient().user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, sessionVersion: true },
  });
}
