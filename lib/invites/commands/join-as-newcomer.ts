import "server-only";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { createMember } from "@/lib/members/commands/create-member";
import { parsePhone } from "@/lib/members/phone-rules";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import type { JoinForm } from "../join-schema";
import { findInviteState } from "../queries/find-invitation";
import { refusalOf } from "../rules";
import type { Joined } from "../types";
import { unsafeJoinByInvite } from "./join-by-invite";

/** The wording of the consent boxes that the person saw (P16); a new text is a new version. */
const WORDING = "join-2026-11";

export type Newcomer = Joined & { memberId: string };

/**
 * Makes a person of what a visitor typed, keeps what they agreed to, and lets them in; all or nothing. Whoever is known
 * already is neither joined nor signed in by typing: they prove who they are first.
 * @throws Refusal `duplicate_identifier` with issues at `email` or `phone`, `invalid_input`, and those of `unsafeJoinByInvite`
 */
export async function joinAsNewcomer(ctx: TenantContext, token: string, form: JoinForm): Promise<Newcomer> {
  const state = await findInviteState(ctx, token);
  if (state === null) throw notFound();
  const code = refusalOf(state);
  if (code) throw new Refusal(code);
  return inTransaction(ctx, async (tx) => {
    const memberId = await makeMember(tx, form);
    for (const channel of ["email", "whatsapp"] as const) {
      if (!form.consents.includes(channel)) continue;
      const entry = { channel, purpose: "announcements", granted: true } as const;
      await recordConsent(tx, memberId, { ...entry, wordingVersion: WORDING, source: "invite" });
    }
    return { ...(await unsafeJoinByInvite(tx, { token, memberId, groupId: form.groupId })), memberId };
  });
}

async function makeMember(ctx: TenantContext, form: JoinForm): Promise<string> {
  const given = [
    ...(form.email ? [{ kind: "email" as const, value: form.email }] : []),
    ...(form.phone ? [{ kind: "phone" as const, value: readPhone(form.phone, form.country) }] : []),
  ];
  try {
    const made = await createMember(ctx, { name: form.name, identifiers: given, source: "invite" });
    return made.id;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const issues = error.issues.map((issue) => ({ ...issue, path: fieldOf(issue.path, given) }));
    throw new Refusal(error.code, error.params, issues);
  }
}

function readPhone(typed: string, country: string): string {
  const phone = parsePhone(typed, country);
  if (!phone.ok) throw invalidInput({ path: "phone", code: "invalid_phone" });
  return phone.e164;
}

/** The field of the form that an issue of `identifiers.<n>` is about. */
function fieldOf(path: string, given: readonly { kind: string }[]): string {
  const [, index] = /^identifiers\.(\d+)/.exec(path) ?? [];
  return index === undefined ? path : (given[Number(index)]?.kind ?? path);
}
