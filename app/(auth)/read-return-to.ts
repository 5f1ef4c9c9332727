import { ownPath } from "@/lib/accounts/rules";

export type ReturnQuery = Promise<{
  callbackUrl?: string | string[];
  token?: string | string[];
  email?: string | string[];
}>;

/** Where the visitor wanted to go, if it is a path of ours. */
export async function readReturnTo(query: ReturnQuery): Promise<string | null> {
  const { callbackUrl } = await query;
  return typeof callbackUrl === "string" ? ownPath(callbackUrl) : null;
}

/** The secret of a mailed link. */
export async function readToken(query: ReturnQuery): Promise<string> {
  const { token } = await query;
  return typeof token === "string" ? token : "";
}

/** An address that another page of ours filled in beforehand. */
export async function readEmail(query: ReturnQuery): Promise<string> {
  const { email } = await query;
  return typeof email === "string" ? email.slice(0, 254) : "";
}
