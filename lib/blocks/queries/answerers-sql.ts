import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";

import { WON } from "../rules";

type Answered = { blockId: string; choices: readonly string[]; hasNot: boolean };

/**
 * A query of `member_id`: who answered a block in one of these ways, or in any where none is named; with `hasNot` those who
 * got it and did not. `won` stands for the winners of a draw.
 */
export function answerersSql({ blockId, choices, hasNot }: Answered): Prisma.Sql {
  const answers = Prisma.sql`SELECT a.member_id FROM block_answers a
    WHERE a.tenant_id = current_tenant() AND a.block_id = ${blockId}::uuid
      AND (cardinality(${[...choices]}::text[]) = 0 OR a.choices && ${[...choices]}::text[]
        OR a.won_place IS NOT NULL AND ${WON}::text = ANY (${[...choices]}::text[]))`;
  if (!hasNot) return answers;
  return Prisma.sql`SELECT d.member_id FROM deliveries d
    JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id
    WHERE d.tenant_id = current_tenant() AND o.block_id = ${blockId}::uuid EXCEPT ${answers}`;
}
