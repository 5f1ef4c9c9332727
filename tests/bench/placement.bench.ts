import { keepTogether } from "@/lib/groups/placement-rules";
import { systemFindTies } from "@/lib/groups/queries/find-ties";
import { splitOf, type Ties } from "@/lib/groups/ties-rules";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { seededRandom } from "@/prisma/seed/random";
import { seedVillage } from "@/prisma/seed/village";
import type { Ratio } from "../../scripts/bench";
import { asOwner } from "../support/as-owner";
import { withBenchDatabase } from "../support/bench-database";

const SHUFFLES = 20;
const SMALLEST = 100;

/** L10: what the seating of each big room of the demo village into two splits, against seating by chance. */
export async function measure(): Promise<Ratio[]> {
  return await withBenchDatabase(async (ownerUrl) => {
    // Any key: then the village comes without the invoices of the local stand-in, which does not run here.
    process.env.STRIPE_SECRET_KEY ??= "sk_test_bench";
    await seedVillage();
    const rooms = await asOwner<Room>(
      ownerUrl,
      `SELECT g.tenant_id AS "tenantId", g.community_id AS "communityId", g.name,
         array_agg(s.member_id::text ORDER BY s.member_id) AS people
       FROM groups g JOIN group_members s ON s.tenant_id = g.tenant_id AND s.group_id = g.id
       GROUP BY 1, 2, 3, g.id HAVING count(*) >= ${SMALLEST} ORDER BY g.name`,
    );
    const measured = await Promise.all(rooms.map(measureRoom));
    const total = sum(measured.map(({ ours }) => ours)) / sum(measured.map(({ chance }) => chance));
    return [
      ...measured.map(({ name, ours, chance, pairs }) => ({
        name: `neighbours split, ${name}`,
        ratio: ours / chance,
        bound: null,
        detail: `${ours.toFixed(0)} of ties split against ${chance.toFixed(0)} by chance, pairs ${pairs}`,
      })),
      {
        name: "neighbours split, all rooms",
        ratio: total,
        bound: 0.5,
        detail: "ties by weight, half as many at most",
      },
    ];
  });
}

type Room = { tenantId: string; communityId: string; name: string; people: string[] };

async function measureRoom({ tenantId, communityId, name, people }: Room) {
  const ctx: TenantContext = systemContext(tenantId, "bench");
  const ties = await systemFindTies(ctx, communityId, people);
  const half = Math.ceil(people.length / 2);
  const room = { residents: [], atLeast: people.length - half, atMost: half };
  const seats = keepTogether(people, [room, room], ties);
  const random = seededRandom(5);
  const byChance = Array.from({ length: SHUFFLES }, () => halves(shuffle(people, random), half));
  const pairs = { pairs: ties.pairs, circles: [] };
  const average = (of: Ties) => sum(byChance.map((each) => splitOf(each, of).split)) / SHUFFLES;
  return {
    name,
    ours: splitOf(seats, ties).split,
    chance: average(ties),
    pairs: `${splitOf(seats, pairs).split.toFixed(0)} against ${average(pairs).toFixed(0)}`,
  };
}

function halves(people: readonly string[], half: number): string[][] {
  return [people.slice(0, half), people.slice(half)];
}

function shuffle(people: readonly string[], random: () => number): string[] {
  return people
    .map((id) => ({ id, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
