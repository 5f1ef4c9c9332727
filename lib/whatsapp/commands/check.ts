import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { systemTryAccount } from "../account";
import { type Answer, callCloud } from "../cloud-client";
import { canManageWhatsapp } from "../policy";
import type { Account, AccountState } from "../types";

const number = z.object({ display_phone_number: z.string().max(50) });
const templates = z.object({ data: z.array(z.object({ name: z.string(), status: z.string() })) });

/**
 * Looks at Meta whether the number answers to the token and whether its templates are approved, and keeps what it saw. The
 * stand-in is not asked. @throws Refusal `not_allowed`
 */
export async function checkWhatsapp(ctx: TenantContext): Promise<AccountState | "local"> {
  authorize(canManageWhatsapp(ctx.actor));
  const account = await systemTryAccount(ctx);
  if (account?.isLocal) return "local";
  const { state, displayPhone } = account ? await look(account) : UNREADABLE;
  await ctx.db.whatsappAccount.updateMany({ data: { state, displayPhone, checkedAt: ctx.now } });
  return state;
}

type Look = { state: AccountState; displayPhone: string };
const UNREADABLE: Look = { state: "refused", displayPhone: "" };

async function look(account: Account): Promise<Look> {
  const fields = "fields=display_phone_number";
  const seen = await callCloud(account, "GET", `${account.phoneNumberId}?${fields}`);
  const named = seen.kind === "answered" ? number.safeParse(seen.body) : null;
  const displayPhone = named?.success ? named.data.display_phone_number : "";
  return { state: displayPhone ? await stateOfTemplates(account) : stateOf(seen), displayPhone };
}

async function stateOfTemplates(account: Account): Promise<AccountState> {
  const { businessId, templateName, promotionTemplateName, imageTemplateName } = account;
  const wanted = [templateName, promotionTemplateName, imageTemplateName].filter((name) => name !== null);
  for (const name of wanted) {
    const query = new URLSearchParams({ name, fields: "name,status" });
    const answer = await callCloud(account, "GET", `${businessId}/message_templates?${query}`);
    const list = answer.kind === "answered" ? templates.safeParse(answer.body) : null;
    if (!list?.success) return stateOf(answer);
    if (!list.data.data.some((each) => each.name === name && each.status === "APPROVED"))
      return "template_missing";
  }
  return "ready";
}

function stateOf(answer: Answer): AccountState {
  const isThere = answer.kind === "answered" && answer.status < 500;
  return isThere ? "refused" : "unreachable";
}
