import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canRunImports } from "../policy";
import { findNamesakes } from "../review-sql";
import type { Suggestion } from "../types";
import { authorDisplayName } from "../whatsapp/authors";

const MAX_AUTHORS = 200;

/** Members whose names begin like an author's: whom a person may choose for them. @throws Refusal `not_allowed` */
export async function suggestAuthors(
  ctx: TenantContext,
  names: readonly string[],
): Promise<Map<string, Suggestion[]>> {
  authorize(canRunImports(ctx.actor));
  const asked = names.slice(0, MAX_AUTHORS);
  const found = await findNamesakes(ctx.db, asked.map(authorDisplayName));
  return new Map(
    asked.map((name) => [
      name,
      found
        .filter(({ author }) => author === authorDisplayName(name))
        .map(({ memberId, memberName }) => ({ id: memberId, name: memberName })),
    ]),
  );
}
